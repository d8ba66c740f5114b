/* Multiplies by beta until little enough of the speed is missing. */
#include "terminal.h"

double terminal_step(double slope, double learning_rate, double beta) {
  const double friction = 1 - beta;
  return -(learning_rate / friction) * slope;
}

double steps_until(double beta, double part) {
  double steps = 1;
  for (double missing = beta; missing > 1 - part; missing *= beta) steps++;
  return steps;
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate - beta * ema_rate;
}

/* By all pairs of points: no mean is needed. */
double beta_from_steps(const double *v, size_t n) {
  double above = 0, below = 0;
  for (size_t i = 0; i + 1 < n; i++)
    for (size_t j = 0; j < i; j++) {
      above += (v[i] - v[j]) * (v[i + 1] - v[j + 1]);
      below += (v[i] - v[j]) * (v[i] - v[j]);
    }
  return above / below;
}
