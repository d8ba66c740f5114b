/* Stops where the best epoch lies far enough back. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 1, epoch;
  for (epoch = 1; epoch <= epochs; epoch++) {
    if (validation[epoch - 1] < validation[best - 1]) best = epoch;
    if (epoch - best >= patience) break;
  }
  *ran = epoch > epochs ? epochs : epoch;
  return best;
}
