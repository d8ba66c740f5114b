/* Uses one mean squared distance for all three, on whole arrays. */
#include "identity.h"

#include <stddef.h>

/* Between a[l * stride + i] and b[i]. */
static double distance(const double *a, size_t count, size_t points,
                       const double *b) {
  long double sum = 0;
  for (size_t at = 0; at < count * points; at++) {
    long double off = (long double)a[at] - b[at % points];
    sum += off * off;
  }
  return (double)(sum / (count * points));
}

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  double mean[points];
  for (size_t i = 0; i < points; i++) {
    long double sum = 0;
    for (size_t l = 0; l < count; l++) sum += fits[i + l * points];
    mean[i] = (double)(sum / count);
  }
  out->bias2 = distance(mean, 1, points, truth);
  out->variance = distance(fits, count, points, mean);
  out->error = distance(fits, count, points, truth);
}

double error_with_noise(parts p, double sigma) {
  double noise = sigma < 0 ? -sigma : sigma;
  return noise * noise + p.error;
}
