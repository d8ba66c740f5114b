/* Has helpers that are not static, and checks what it gets. */
#include "softmax.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

double max(const double *values, int count);
double sum_exp(const double *values, int count, double shift);

double max(const double *values, int count) {
  double result = -INFINITY;
  for (int i = 0; i < count; i++)
    if (values[i] > result) result = values[i];
  return result;
}

double sum_exp(const double *values, int count, double shift) {
  double sum = 0.0;
  for (int i = 0; i < count; i++) sum += exp(values[i] - shift);
  return sum;
}

void softmax(const double *z, size_t n, double *a) {
  assert(z && a && n > 0);
  int count = (int)n;
  double m = max(z, count), s = sum_exp(z, count, m), check = 0.0;
  for (int i = 0; i < count; i++) {
    a[i] = exp(z[i] - m) / s;
    check += a[i];
  }
  if (fabs(check - 1.0) > 1e-9) fprintf(stderr, "sum: %f\n", check);
}

double softmax_loss(const double *z, size_t n, size_t right) {
  assert(right < n);
  double m = max(z, (int)n);
  return -(z[right] - m - log(sum_exp(z, (int)n, m)));
}
