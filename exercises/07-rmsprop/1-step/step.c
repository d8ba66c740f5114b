/* Exercise rmsprop/step: one step of RMSprop. */
#include "step.h"

#include <math.h>

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  /* Your code here. */
}
