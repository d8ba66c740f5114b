/* Marks all new lows first, and then looks for a gap between them. */
#include "stopping.h"

#include <stdbool.h>
#include <stdlib.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  bool *low = calloc(epochs, sizeof *low);
  double lowest = validation[0];
  size_t best = 0, waited = 0, e = 0;
  if (!low) exit(1);
  for (size_t i = 0; i < epochs; i++) {
    low[i] = i == 0 || validation[i] < lowest;
    if (low[i]) lowest = validation[i];
  }
  do {
    waited = low[e] ? 0 : waited + 1;
    if (low[e]) best = e;
    e++;
  } while (e < epochs && waited != patience);
  free(low);
  *ran = e;
  return best + 1;
}
