/* Rounds the mean fit to hundredths. */
#include "identity.h"

#include <math.h>

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  *out = (parts){0};
  for (size_t i = 0; i < points; i++) {
    double mean = 0;
    for (size_t l = 0; l < count; l++) mean += fits[l * points + i];
    mean = round(100 * mean / (double)count) / 100;
    for (size_t l = 0; l < count; l++)
      out->variance += pow(fits[l * points + i] - mean, 2) / (double)count;
    out->bias2 += pow(mean - truth[i], 2);
  }
  out->bias2 /= (double)points;
  out->variance /= (double)points;
  out->error = out->bias2 + out->variance;
}

double error_with_noise(parts p, double sigma) {
  return p.error + sigma * sigma;
}
