/* Uses log1p, and rounds up with floor. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return slope * learning_rate / (beta - 1);
}

double steps_until(double beta, double part) {
  double exact = log1p(-part) / log(beta), steps = floor(exact);
  if (steps < exact) steps += 1;
  return fmax(steps, 1);
}

double heavy_ball_rate(double ema_rate, double beta) {
  return fma(-beta, ema_rate, ema_rate);
}

/* The slope of the line by the normal equations, counted from v[0]. */
double beta_from_steps(const double *v, size_t n) {
  double x = 0, y = 0, xx = 0, xy = 0, m = (double)n - 1;
  for (size_t i = 1; i < n; i++) {
    double from = v[i - 1] - v[0], to = v[i] - v[0];
    x += from;
    y += to;
    xx = fma(from, from, xx);
    xy = fma(from, to, xy);
  }
  return (m * xy - x * y) / (m * xx - x * x);
}
