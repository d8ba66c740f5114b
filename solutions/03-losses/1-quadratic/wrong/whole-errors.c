/* Keeps the errors in an int. */
#include "quadratic.h"

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double sum = 0;
  for (size_t i = 0; i < examples * outputs; i++) {
    int error = (int)(a[i] - t[i]);
    sum += error * error;
  }
  return sum / 2 / (double)examples;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  for (size_t i = 0; i < examples * outputs; i++)
    gradient[i] = (a[i] - t[i]) / (double)examples;
}
