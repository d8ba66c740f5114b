/* Takes the variance from the distances of all pairs of fits. */
#include "identity.h"

#include <math.h>

static double square(double x) {
  return x * x;
}

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  const double fits_count = (double)count;
  parts all = {.bias2 = 0};
  for (size_t i = 0; i < points; i++, fits++) {
    double apart = 0, sum = 0, from_truth = 0;
    for (size_t l = 0; l < count; l++) {
      for (size_t k = 0; k < l; k++)
        apart += square(fits[l * points] - fits[k * points]);
      sum += fits[l * points];
      from_truth += square(fits[l * points] - truth[i]);
    }
    all.variance += apart / square(fits_count);
    all.bias2 += square(sum / fits_count - truth[i]);
    all.error += from_truth / fits_count;
  }
  *out = (parts){all.bias2 / (double)points, all.variance / (double)points,
                 all.error / (double)points};
}

double error_with_noise(parts p, double sigma) {
  return fma(sigma, sigma, p.error);
}
