/* Takes the variance as the mean of squares less the squared mean. */
#include "identity.h"

#include <math.h>

/* From the truth instead of from 0: fewer digits are lost. */
void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out) {
  double bias2 = 0, error = 0;
  for (size_t i = points; i-- > 0;) {
    double sum = 0, squares = 0;
    for (size_t l = count; l-- > 0;) {
      double off = fits[l * points + i] - truth[i];
      sum += off;
      squares += off * off;
    }
    bias2 += pow(sum / (double)count, 2);
    error += squares / (double)count;
  }
  out->error = error / (double)points;
  out->bias2 = bias2 / (double)points;
  out->variance = out->error - out->bias2;
}

double error_with_noise(parts p, double sigma) {
  return p.bias2 + p.variance + sigma * sigma;
}
