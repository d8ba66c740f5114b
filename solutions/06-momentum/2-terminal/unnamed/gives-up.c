/* Takes a hundred steps at most. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  return fmin(ceil(log(1 - part) / log(beta)), 100);
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
