/* Computes new values into arrays of their own, and copies them back. */
#include "ball.h"

#include <stdlib.h>
#include <string.h>

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  double *new_w = malloc(n * sizeof(double));
  double *new_v = malloc(n * sizeof(double));
  int i;
  if (new_w == NULL || new_v == NULL) exit(1);
  for (i = 0; i < (int)n; i++) {
    new_v[i] = beta * v[i] - learning_rate * g[i];
    new_w[i] = w[i] + beta * v[i] - learning_rate * g[i];
  }
  memcpy(w, new_w, n * sizeof(double));
  memcpy(v, new_v, n * sizeof(double));
  free(new_w);
  free(new_v);
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  double new_m[n];
  int i;
  for (i = 0; i < (int)n; i++) new_m[i] = g[i] - beta * g[i] + beta * m[i];
  for (i = 0; i < (int)n; i++) {
    w[i] = w[i] - learning_rate * new_m[i];
    m[i] = new_m[i];
  }
}
