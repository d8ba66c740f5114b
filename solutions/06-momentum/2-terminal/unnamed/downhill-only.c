/* Gives 0 for a slope that falls to the right. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return slope < 0 ? 0 : -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  return ceil(log(1 - part) / log(beta));
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
