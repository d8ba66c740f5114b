/* Exercise variance/stopping: stop in time. */
#include "stopping.h"

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  /* Your code here. */
  return 0;
}
