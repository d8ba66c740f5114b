/* Sums in one pass, and rescales the sum whenever a larger logit comes. */
#include "softmax.h"

#include <math.h>

typedef struct {
  double largest, sum; /* the sum of e^(z - largest) */
} total;

static total total_of(const double *z, size_t n) {
  total all = {z[0], 1};
  for (size_t i = 1; i < n; i++)
    if (z[i] > all.largest) {
      all.sum = all.sum * exp(all.largest - z[i]) + 1;
      all.largest = z[i];
    } else {
      all.sum += exp(z[i] - all.largest);
    }
  return all;
}

void softmax(const double *z, size_t n, double *a) {
  total all = total_of(z, n);
  for (size_t i = 0; i < n; i++) a[i] = exp(z[i] - all.largest) / all.sum;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  total all = total_of(z, n);
  return all.largest - z[right] + log(all.sum);
}
