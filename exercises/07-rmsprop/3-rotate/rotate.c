/* Exercise rmsprop/rotate: RMSprop on a bowl that is turned. */
#include "rotate.h"

#include <math.h>

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  /* Your code here. */
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  /* Your code here. */
  return 0;
}
