/* Exercise rmsprop/adam: one step of Adam. */
#include "adam.h"

#include <math.h>

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  /* Your code here. */
}
