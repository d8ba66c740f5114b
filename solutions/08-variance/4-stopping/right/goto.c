/* Jumps to the end once the patience is used up. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  size_t best = 0, waited = 0, epoch = 0;
next:
  if (epoch == epochs) goto end;
  if (epoch == 0 || validation[epoch] < validation[best]) {
    best = epoch;
    waited = 0;
  } else if (++waited == patience) {
    epoch++;
    goto end;
  }
  epoch++;
  goto next;
end:
  *ran = epoch;
  return best + 1;
}
