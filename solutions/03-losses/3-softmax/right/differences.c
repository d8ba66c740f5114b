/* Compares each logit with all others, without a largest one. */
#include "softmax.h"

#include <math.h>

/* 1 / (sum over j of e^(z_j - z_i)); an infinite sum gives 0, rightly. */
void softmax(const double *z, size_t n, double *a) {
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t j = n; j-- > 0;) sum += j == i ? 1 : exp(z[j] - z[i]);
    a[i] = 1 / sum;
  }
}

/* log(e^x + e^y) */
static double log_add(double x, double y) {
  double more = x > y ? x : y, less = x > y ? y : x;
  return more + log1p(exp(less - more));
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double loss =
      0; /* log of the sum of e^(z_j - z_right), z_right's first */
  for (size_t j = 0; j < n; j++)
    if (j != right) loss = log_add(loss, z[j] - z[right]);
  return loss;
}
