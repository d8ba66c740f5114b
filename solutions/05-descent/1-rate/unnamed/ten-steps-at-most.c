/* Takes the factor of a run from its first ten steps. */
#include "rate.h"

#include <math.h>

static double smallest(const double *lambda, size_t n) {
  double mu = lambda[0];
  for (size_t i = 1; i < n; i++) mu = fmin(mu, lambda[i]);
  return mu;
}

static double largest(const double *lambda, size_t n) {
  double L = lambda[0];
  for (size_t i = 1; i < n; i++) L = fmax(L, lambda[i]);
  return L;
}

double largest_rate(const double *lambda, size_t n) {
  return 2 / largest(lambda, n);
}

double best_rate(const double *lambda, size_t n) {
  return 2 / (smallest(lambda, n) + largest(lambda, n));
}

double best_factor(const double *lambda, size_t n) {
  double mu = smallest(lambda, n), L = largest(lambda, n);
  return (L - mu) / (L + mu);
}

/* What one step of a run is multiplied by to give the next, by least
 * squares. */
static double factor_of(const double *w, size_t n) {
  double products = 0, squares = 0;
  for (size_t k = 0; k + 2 < n && k < 10; k++) {
    double step = w[k + 1] - w[k], next = w[k + 2] - w[k + 1];
    products += step * next;
    squares += step * step;
  }
  return products / squares;
}

double rate_from_run(const double *w, size_t n, double learning_rate) {
  double curvature = (1 - factor_of(w, n)) / learning_rate;
  return 2 / curvature;
}
