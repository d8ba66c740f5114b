/* Reference for perceptron/margin. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  (void)radius, (void)m; /* an update gains eta gamma whatever they are */
  if (gamma <= 0) return 0;
  double progress = learning_rate * gamma * (double)k;
  return progress * progress;
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  (void)gamma; /* the ceiling knows nothing of u */
  double input = learning_rate * radius;
  return (input * input + 2 * learning_rate * m) * (double)k;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (gamma <= 0) return INFINITY;
  double bound =
      (radius * radius + 2 * m / learning_rate) / (gamma * gamma);
  return floor(bound);
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  if (gamma <= 0) return 0;
  double longest = (learning_rate * radius * radius + 2 * m) / gamma;
  return m / longest;
}
