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

/* What is to be smallest, but for a factor. */
static double misfit(const double *w, size_t n, double f) {
  double sum = 0, size = w[1] - w[0];
  for (size_t k = 0; k + 2 < n; k++)
    sum += pow((w[k + 2] - w[k + 1] - f * (w[k + 1] - w[k])) / size, 2);
  return sum;
}

/* It is a parabola in f: three of its points say where the minimum is. */
double rate_from_run(const double *w, size_t n, double learning_rate) {
  double left = misfit(w, n, -1), middle = misfit(w, n, 0);
  double right = misfit(w, n, 1);
  double f = (left - right) / 2 / (left - 2 * middle + right);
  return 2 * learning_rate / (1 - f);
}
