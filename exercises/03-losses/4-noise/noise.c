/* Exercise losses/noise: which loss comes closer, under which noise? */
#include "noise.h"

double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n,
                               size_t samples) {
  /* Your code here. */
  return 0;
}

double break_even(target_function *draw, double true_value, size_t n) {
  /* Your code here. */
  return 0;
}
