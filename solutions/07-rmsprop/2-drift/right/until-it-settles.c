/* Repeats the cycle until s at its end is the same again. */
#include "drift.h"

#include <math.h>

static double cycle(const double *g, size_t n, double rho, double *s) {
  double change = 0;
  for (size_t i = 0; i < n; i++) {
    *s += (1 - rho) * (g[i] * g[i] - *s);
    if (*s > 0) change -= g[i] / sqrt(*s);
  }
  return change;
}

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double s = 0, before;
  long cycles = 0;
  do {
    before = s;
    cycle(g, n, rho, &s);
  } while (fabs(s - before) > 1e-15 * s && ++cycles < 1000000);
  return learning_rate * cycle(g, n, rho, &s);
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  long up = 0, down = 0;
  for (size_t i = 0; i < n; i++) {
    if (g[i] > 0) up++;
    if (g[i] < 0) down++;
  }
  return learning_rate * (double)(down - up);
}
