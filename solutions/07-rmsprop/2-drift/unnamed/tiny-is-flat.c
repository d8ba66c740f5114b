/* Takes slopes below a thousandth for 0 in the sign update. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double s = 0, change = 0;
  for (size_t i = 0; i < n; i++) s = rho * s + (1 - rho) * g[i] * g[i];
  s /= 1 - pow(rho, (double)n);
  for (size_t i = 0; i < n; i++) {
    s = rho * s + (1 - rho) * g[i] * g[i];
    change -= learning_rate * g[i] / sqrt(s);
  }
  return change;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  double change = 0;
  for (size_t i = 0; i < n; i++)
    if (fabs(g[i]) > 0.001) change -= copysign(learning_rate, g[i]);
  return change;
}
