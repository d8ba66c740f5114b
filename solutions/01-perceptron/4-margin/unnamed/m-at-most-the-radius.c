/* Believes that y (w . x) can never be larger than R squared. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  if (gamma <= 0) return 0;
  double progress = learning_rate * gamma * (double)k;
  return progress * progress;
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  double most = fmin(m, radius * radius);
  return (learning_rate * learning_rate * radius * radius +
          2 * learning_rate * most) *
         (double)k;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (gamma <= 0) return INFINITY;
  return floor((radius * radius + 2 * m / learning_rate) / (gamma * gamma));
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  if (gamma <= 0) return 0;
  return m * gamma / (learning_rate * radius * radius + 2 * m);
}
