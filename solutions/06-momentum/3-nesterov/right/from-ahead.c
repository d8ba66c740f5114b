/* Goes to the place ahead, and corrects from there. */
#include "nesterov.h"

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  double here = *w, velocity = *v;
  while (steps-- > 0) {
    double there = here + velocity * beta;
    double next = there - learning_rate * (*slope)(there);
    velocity = next - here;
    here = next;
  }
  *w = here;
  *v = velocity;
}
