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
