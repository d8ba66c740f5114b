/* The last epoch with the lowest error. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, waited = 0;
  *ran = 1;
  while (*ran < epochs && waited < patience) {
    ++*ran;
    waited++;
    if (validation[*ran - 1] < validation[best - 1]) {
      best = *ran;
      waited = 0;
    }
  }
  for (size_t e = 1; e <= *ran; e++)
    if (validation[e - 1] <= validation[best - 1]) best = e;
  return best;
}
