/* The mean square of the cycle for all slopes. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double s = 0;
  for (size_t i = 0; i < n; i++) s += g[i] * g[i];

  s /= (double)n;

  double change = 0;
  for (size_t i = 0; i < n; i++) {
    change -= learning_rate * g[i] / sqrt(s);
  }
  return change;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  double change = 0;
  for (size_t i = 0; i < n; i++)
    change -= learning_rate * ((g[i] > 0) - (g[i] < 0));
  return change;
}
