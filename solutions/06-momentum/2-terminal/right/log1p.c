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
