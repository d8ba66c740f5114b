/* The mean change of a step. */
#include "drift.h"

#include <math.h>

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double s = 0;
  for (size_t i = 0; i < n; i++) s = rho * s + (1 - rho) * g[i] * g[i];

  /* A cycle leads from s_0 to rho^n s_0 + s; that is s_0 again. */
  s /= 1 - pow(rho, (double)n);

  double change = 0;
  for (size_t i = 0; i < n; i++) {
    s = rho * s + (1 - rho) * g[i] * g[i];
    change -= learning_rate * g[i] / sqrt(s);
  }
  return change / (double)n;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  double change = 0;
  for (size_t i = 0; i < n; i++)
    change -= learning_rate * ((g[i] > 0) - (g[i] < 0));
  return change;
}
