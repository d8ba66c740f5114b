/* Wrong: the slopes are measured, with a step along the imaginary axis. */
#include "quadratic.h"

#include <complex.h>

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double sum = 0;
  for (size_t i = 0; i < examples * outputs; i++)
    sum += (a[i] - t[i]) * (a[i] - t[i]);
  return sum / 2 / (double)examples;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  const double h = 1e-100;
  for (size_t i = 0; i < examples * outputs; i++) {
    double complex error = a[i] + h * I - t[i];
    gradient[i] = cimag(error * error / 2 / (double)examples) / h;
  }
}
