/* Goes through the neurons above outside, and adds in place. */
#include "hidden.h"

#include <math.h>
#include <string.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_above, const double *z,
                   double *delta) {
  memset(delta, 0, n * sizeof *delta);
  for (size_t j = 0; j < m; j++)
    for (size_t i = 0; i < n; i++)
      delta[i] += delta_above[j] * w[i * m + j];
  for (size_t i = n; i-- > 0;) {
    double c = 2 * cosh(z[i] / 2);
    delta[i] /= c * c;
  }
}
