/* Takes logarithms to the base of 2, and guards the rounding up. */
#include "terminal.h"

#include <math.h>

static inline double memory(double beta) {
  return 1 / (1 - beta);
}

double terminal_step(double slope, double learning_rate, double beta) {
  return -memory(beta) * learning_rate * slope;
}

double steps_until(double beta, double part) {
  double exact = log2(1 - part) / log2(beta), near = round(exact);
  if (fabs(exact - near) < 1e-9) return near < 1 ? 1 : near;
  return (double)(long)exact + 1;
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate / memory(beta);
}

/* Running means, as in Welford's variance. */
double beta_from_steps(const double *v, size_t n) {
  double x = 0, y = 0, covariance = 0, variance = 0;
  for (size_t k = 1; k < n; k++) {
    double dx = v[k - 1] - x;
    x += dx / (double)k;
    y += (v[k] - y) / (double)k;
    covariance += dx * (v[k] - y);
    variance += dx * (v[k - 1] - x);
  }
  return covariance / variance;
}
