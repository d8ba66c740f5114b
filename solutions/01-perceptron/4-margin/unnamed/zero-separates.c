/* Takes a margin of exactly 0 for one that separates. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  if (gamma < 0) return 0;
  double progress = learning_rate * gamma * (double)k;
  return progress * progress;
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  return (learning_rate * learning_rate * radius * radius +
          2 * learning_rate * m) *
         (double)k;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (gamma < 0) return INFINITY;
  return floor((radius * radius + 2 * m / learning_rate) / (gamma * gamma));
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  if (gamma < 0) return 0;
  double bound =
      (radius * radius + 2 * m / learning_rate) / (gamma * gamma);
  double ceiling =
      bound * learning_rate * (learning_rate * radius * radius + 2 * m);
  return m * gamma * bound / sqrt(ceiling * bound);
}
