/* Counts the first step as none. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  double k = 0, missing = beta;
  while (1 - missing < part) missing *= beta, k++;
  return k;
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
