/* Averages the losses of the examples, from the last to the first. */
#include "quadratic.h"

static double half_squares(const double *a, const double *t, size_t n) {
  double sum = 0;
  while (n-- > 0) {
    double error = t[n] - a[n];
    sum += 0.5 * error * error;
  }
  return sum;
}

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double loss = 0;
  for (size_t e = examples; e > 0; e--)
    loss +=
        half_squares(a + (e - 1) * outputs, t + (e - 1) * outputs, outputs);
  return loss / (double)examples;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  const double scale = 1.0 / (double)examples;
  for (size_t e = 0; e < examples; e++)
    for (size_t k = 0; k < outputs; k++)
      gradient[e * outputs + k] =
          scale * (a[e * outputs + k] - t[e * outputs + k]);
}
