/* Fits the line to the first ten steps. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  return -learning_rate * slope / (1 - beta);
}

double steps_until(double beta, double part) {
  return ceil(log(1 - part) / log(beta)); /* 1 - beta^k >= part */
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate * (1 - beta);
}

static double mean_of(const double *values, size_t n) {
  double sum = 0;
  for (size_t k = 0; k < n; k++) sum += values[k];
  return sum / (double)n;
}

double beta_from_steps(const double *v, size_t n) {
  if (n > 10) n = 10;
  double mean = mean_of(v, n - 1), mean_next = mean_of(v + 1, n - 1);
  double products = 0, squares = 0;
  for (size_t k = 0; k + 1 < n; k++) {
    double step = v[k] - mean, next = v[k + 1] - mean_next;
    products += step * next;
    squares += step * step;
  }
  return products / squares;
}
