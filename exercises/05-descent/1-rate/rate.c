/* Exercise descent/rate: the limit, the best rate and its factor,
 * and the limit from a run. */
#include "rate.h"

#include <math.h>

double largest_rate(const double *lambda, size_t n) {
  /* Your code here. */
  return 0;
}

double best_rate(const double *lambda, size_t n) {
  /* Your code here. */
  return 0;
}

double best_factor(const double *lambda, size_t n) {
  /* Your code here. */
  return 0;
}

double rate_from_run(const double *w, size_t n, double learning_rate) {
  /* Your code here. */
  return 0;
}
