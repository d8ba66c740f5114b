/* Tries one update after the other until the floor is above the ceiling. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  return gamma > 0 ? pow((double)k * learning_rate * gamma, 2) : 0;
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  double last = pow(learning_rate * radius, 2);
  return (double)k * last + (double)k * 2 * learning_rate * m;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  size_t k = 0;
  if (gamma <= 0) return HUGE_VAL;
  while (squared_floor(radius, gamma, m, learning_rate, k + 1) <=
         squared_ceiling(radius, gamma, m, learning_rate, k + 1))
    k++;
  return (double)k;
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  if (!(gamma > 0)) return 0;
  double one = squared_ceiling(radius, gamma, m, learning_rate, 1);
  double k = one / squared_floor(radius, gamma, m, learning_rate, 1);
  return m / sqrt(k * one);
}
