/* Goes through the neurons of the next layer outside, and adds in place. */
#include "hidden.h"

#include <math.h>
#include <string.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta) {
  memset(delta, 0, n * sizeof *delta);
  for (size_t j = 0; j < m; j++)
    for (size_t i = 0; i < n; i++) delta[i] += delta_next[j] * w[i * m + j];
  for (size_t i = n; i-- > 0;) {
    double c = 2 * cosh(z[i] / 2);
    delta[i] /= c * c;
  }
}
