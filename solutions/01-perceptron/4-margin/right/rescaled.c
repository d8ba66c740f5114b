/* Divides the weights and m by eta, so that the learning rate is 1. */
#include "margin.h"

#include <math.h>

static double square(double x) {
  return x * x;
}

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  double scaled = square(fmax(gamma, 0)) * (double)k * (double)k;
  return square(learning_rate) * scaled;
}

/* What an update adds at learning rate 1, where m is m / eta. */
static double added(double radius, double m, double learning_rate) {
  return square(radius) + 2 * (m / learning_rate);
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  double scaled = (double)k * added(radius, m, learning_rate);
  return square(learning_rate) * scaled;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (gamma > 0)
    return trunc(added(radius, m, learning_rate) / square(gamma));
  return INFINITY;
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  double scaled = added(radius, m, learning_rate);
  return gamma > 0 ? m / learning_rate / scaled * gamma : 0;
}
