/* Takes the factor from its definition: the largest at the best rate. */
#include "rate.h"

#include <math.h>

double largest_rate(const double *lambda, size_t n) {
  double limit = INFINITY;
  while (n-- > 0) limit = fmin(limit, 2 / lambda[n]);
  return limit;
}

double best_rate(const double *lambda, size_t n) {
  double flattest = INFINITY, steepest = 0;
  for (const double *one = lambda; one != lambda + n; ++one) {
    if (*one < flattest) flattest = *one;
    if (*one > steepest) steepest = *one;
  }
  return 2 / (steepest + flattest);
}

double best_factor(const double *lambda, size_t n) {
  double rate = best_rate(lambda, n), slowest = 0;
  for (size_t i = 0; i < n; i++)
    slowest = fmax(slowest, fabs(1 - rate * lambda[i]));
  return slowest;
}
