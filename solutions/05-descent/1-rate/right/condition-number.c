/* Works with the condition number and the largest curvature. */
#include "rate.h"

static size_t at_end(const double *lambda, size_t n, int sign) {
  size_t best = 0;
  for (size_t i = n - 1; i > 0; i--)
    if (sign * lambda[i] > sign * lambda[best]) best = i;
  return best;
}

static double condition(const double *lambda, size_t n) {
  return lambda[at_end(lambda, n, 1)] / lambda[at_end(lambda, n, -1)];
}

double largest_rate(const double *lambda, size_t n) {
  return 1 / (lambda[at_end(lambda, n, 1)] * 0.5);
}

double best_rate(const double *lambda, size_t n) {
  return largest_rate(lambda, n) / (1 + 1 / condition(lambda, n));
}

double best_factor(const double *lambda, size_t n) {
  double kappa = condition(lambda, n);
  return (kappa - 1) / (kappa + 1);
}
