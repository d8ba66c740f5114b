/* Exercise chain/step: a whole step of backpropagation and descent. */
#include "step.h"

#include <math.h>

void train_step(network *net, const double *x, const double *t,
                double rate) {
  /* Your code here. */
}
