/* Prefers a more complex model only if it is better by a millionth. */
#include "choose.h"

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (validation[i] < validation[best] - 1e-6) best = i;
  *reported = test[best];
  return best;
}
