/* Compares distances. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  double v = 0, way = 0, k = 0;
  do {
    v = beta * v + 1 - beta;
    way += v;
    k++;
  } while (way / k < part);
  return k;
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}
