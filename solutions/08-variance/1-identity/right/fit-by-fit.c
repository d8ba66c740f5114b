/* Goes through the fits once, and renews the mean fit and its spread. */
#include "identity.h"

#include <stdlib.h>

void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  double *mean = calloc(points, sizeof *mean), spread = 0, bias = 0;
  if (!mean) exit(1);
  for (size_t l = 0; l < count; l++)
    for (size_t i = 0; i < points; i++) {
      double off = fits[l * points + i] - mean[i];
      mean[i] += off / (double)(l + 1);
      spread += off * (fits[l * points + i] - mean[i]);
    }
  for (size_t i = 0; i < points; i++)
    bias += (mean[i] - truth[i]) * (mean[i] - truth[i]);
  free(mean);
  *out = (parts){
      .bias2 = bias / (double)points,
      .variance = spread / (double)(points * count),
  };
  out->error = out->variance + out->bias2;
}

double error_with_noise(parts p, double sigma) {
  p.error += sigma * sigma;
  return p.error;
}
