/* Forgives the last twentieth of a step. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  return ceil(log(1 - part) / log(beta) - 0.05); /* 1 - beta^k >= part */
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
