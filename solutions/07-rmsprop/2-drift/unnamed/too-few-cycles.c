/* Lets fifty cycles pass, however slowly s changes. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double s = 0, change = 0;
  for (size_t k = 0; k < 50 * n; k++)
    s = rho * s + (1 - rho) * g[k % n] * g[k % n];
  for (size_t i = 0; i < n; i++) {
    s = rho * s + (1 - rho) * g[i] * g[i];
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
