/* Exercise variance/stopping: stop in time. */
#include "stopping.h"

#include <math.h>
#include <nn/evaluate.h>
#include <nn/vector.h>
#include <string.h>

size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran) {
  /* Your code here. */
  return 0;
}

size_t train_early(const nn_net *net, double *params,
                   nn_optimizer *optimizer, const nn_dataset *training,
                   const nn_dataset *validation, size_t epochs,
                   size_t patience, size_t *ran) {
  /* Your code here. */
  return 0;
}
