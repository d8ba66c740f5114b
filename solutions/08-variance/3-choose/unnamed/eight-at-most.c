/* Looks at eight models at most. */
#include "choose.h"

#include <math.h>

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = 0;
  for (size_t i = 1; i < n && i < 8; i++)
    if (validation[i] < validation[best]) best = i;
  *reported = test[best];
  return best;
}
