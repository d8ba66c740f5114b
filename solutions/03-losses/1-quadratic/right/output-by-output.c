/* Goes through the outputs outside and the examples inside, with fma. */
#include "quadratic.h"

#include <math.h>

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double twice = 0;
  for (size_t k = 0; k < outputs; k++)
    for (size_t at = k; at < examples * outputs; at += outputs) {
      double error = fabs(a[at] - t[at]);
      twice = fma(error, error, twice);
    }
  return twice / (double)(2 * examples);
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  for (size_t k = 0; k < outputs; k++)
    for (size_t at = k; at < examples * outputs; at += outputs) {
      gradient[at] = -(t[at] - a[at]);
      gradient[at] /= (double)examples;
    }
}
