/* Thinks in lengths, and squares them at the end. */
#include "margin.h"

#include <math.h>
#include <stdbool.h>

static bool separates(double gamma) {
  return gamma > 0;
}

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  if (!separates(gamma)) return 0;
  double length = learning_rate * gamma * (double)k;
  return length * length;
}

/* The length up to which k updates can go. */
static double longest(double radius, double m, double learning_rate,
                      double k) {
  return hypot(learning_rate * radius * sqrt(k),
               sqrt(2 * learning_rate * m * k));
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  double length = longest(radius, m, learning_rate, (double)k);
  return length * length;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (!separates(gamma)) return INFINITY;
  double of_inputs = radius / gamma;
  return floor(of_inputs * of_inputs +
               2 * m / learning_rate / gamma / gamma);
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  if (!separates(gamma) || m == 0) return 0;
  /* 1 / (2 / gamma + eta R^2 / (m gamma)) */
  return 1 / (2 / gamma + learning_rate * radius * radius / m / gamma);
}
