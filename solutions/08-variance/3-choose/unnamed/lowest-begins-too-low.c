/* Sees no error that is 1 or more. */
#include "choose.h"

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  double lowest = 1;
  size_t best = 0;
  for (size_t i = 0; i < n; i++)
    if (validation[i] < lowest) {
      lowest = validation[i];
      best = i;
    }
  *reported = test[best];
  return best;
}
