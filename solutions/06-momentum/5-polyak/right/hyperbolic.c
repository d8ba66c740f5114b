/* Writes the factor as the hyperbolic tangent of a logarithm. */
#include "polyak.h"

#include <math.h>

double polyak_factor(double mu, double largest) {
  return tanh(log(largest / mu) / 4);
}

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double factor = polyak_factor(mu, largest);
  double mean = exp((log(mu) + log(largest)) / 2);
  *beta = factor * factor;
  *learning_rate = (1 - *beta) / mean;
}
