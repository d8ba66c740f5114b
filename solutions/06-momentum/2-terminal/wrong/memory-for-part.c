/* Returns the length of the memory. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  return ceil(1 / (1 - beta));
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
