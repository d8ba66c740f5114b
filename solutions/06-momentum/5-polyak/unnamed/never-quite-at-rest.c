/* Keeps beta and the factor at a hundredth or more. */
#include "polyak.h"

#include <math.h>

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return fmax((sqrt(kappa) - 1) / (sqrt(kappa) + 1), 0.01);
}

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  double factor = polyak_factor(mu, largest);
  *learning_rate = 4 / (sum * sum);
  *beta = factor * factor;
}
