/* Sees eight fits at most. */
#include "identity.h"

#include <math.h>

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  *out = (parts){0};
  if (count > 8) count = 8;
  for (size_t i = 0; i < points; i++) {
    double mean = 0, spread = 0;
    for (size_t l = 0; l < count; l++) mean += fits[l * points + i];
    mean /= (double)count;
    for (size_t l = 0; l < count; l++) {
      double off = fits[l * points + i] - mean;
      spread += off * off;
    }
    double off = mean - truth[i];
    out->bias2 += off * off;
    out->variance += spread / (double)count;
  }
  out->bias2 /= (double)points;
  out->variance /= (double)points;
  out->error = out->bias2 + out->variance;
}

double error_with_noise(parts p, double sigma) {
  return p.error + sigma * sigma;
}
