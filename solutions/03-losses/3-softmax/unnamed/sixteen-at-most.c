/* Keeps the exponentials in an array of 16, and forgets the rest. */
#include "softmax.h"

#include <math.h>

enum { ROOM = 16 };

static double largest(const double *z, size_t n) {
  double most = z[0];
  for (size_t i = 1; i < n; i++) most = fmax(most, z[i]);
  return most;
}

void softmax(const double *z, size_t n, double *a) {
  double e[ROOM], most = largest(z, n), sum = 0;
  for (size_t i = 0; i < n && i < ROOM; i++) sum += e[i] = exp(z[i] - most);
  for (size_t i = 0; i < n; i++) a[i] = i < ROOM ? e[i] / sum : 0;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double most = largest(z, n), total = 0;
  for (size_t i = 0; i < n; i++) total += exp(z[i] - most);
  return log(total) + most - z[right];
}
