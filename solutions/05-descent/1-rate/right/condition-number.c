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

/* By the steps' correlation with the next, each sum by a function. */
static double products(const double *w, size_t n, size_t apart) {
  double sum = 0;
  for (size_t k = n - 2; k-- > 0;)
    sum += (w[k + 1] - w[k]) * (w[k + 1 + apart] - w[k + apart]);
  return sum;
}

double rate_from_run(const double *w, size_t n, double learning_rate) {
  double same = products(w, n, 0), next = products(w, n, 1);
  return 2 * learning_rate * same / (same - next);
}
