/* Learns in weights of its own, from malloc, and copies them at the end. */
#include "train.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  double *w;
  size_t n;
  long updates;
} neuron;

static void see(neuron *one, const double *x, double y) {
  double z = 0;
  for (size_t k = 0; k < one->n; k++) z += one->w[k] * x[k];
  if ((z > 0 && y > 0) || (z < 0 && y < 0)) return;
  for (size_t k = 0; k < one->n; k++) one->w[k] += y > 0 ? x[k] : -x[k];
  one->updates++;
}

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  neuron one = {.w = calloc(n, sizeof *w), .n = n};
  bool clean = false;
  if (!one.w) return -1;
  while (epochs_max-- > 0 && !clean) {
    long before = one.updates;
    for (size_t i = 0; i < count; i++) see(&one, &x[i * n], y[i]);
    clean = one.updates == before;
  }
  memcpy(w, one.w, n * sizeof *w);
  free(one.w);
  return clean ? one.updates : -1;
}
