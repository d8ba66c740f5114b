/* Lets a ball roll, from rest and at its terminal speed. */
#include "terminal.h"

static long double next(long double v, double push, double beta) {
  return beta * v - push;
}

/* v = next(v) is linear in v: two tries tell where they are equal. */
double terminal_step(double slope, double learning_rate, double beta) {
  long double push = (long double)learning_rate * slope;
  long double gain = next(0, (double)push, beta);
  long double kept = next(1, (double)push, beta) - gain;
  return (double)(gain / (1 - kept));
}

double steps_until(double beta, double part) {
  long double speed = 0, most = -1 / (1 - (long double)beta);
  double steps = 0;
  do {
    speed = next(speed, 1, beta);
    steps++;
  } while (speed > part * most);
  return steps;
}

double heavy_ball_rate(double ema_rate, double beta) {
  return ema_rate / (1 / (1 - beta));
}

/* Only one of the two coordinates needs its mean taken off. */
double beta_from_steps(const double *v, size_t n) {
  long double mean = 0, above = 0, below = 0;
  for (size_t i = n - 1; i-- > 0;) mean += v[i];
  mean /= n - 1;
  for (size_t i = n - 1; i-- > 0;) {
    above += (v[i] - mean) * v[i + 1];
    below += (v[i] - mean) * v[i];
  }
  return (double)(above / below);
}
