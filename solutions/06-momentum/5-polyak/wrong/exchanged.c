/* Swaps the two. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  double factor = polyak_factor(mu, largest);
  *beta = 4 / (sum * sum);
  *learning_rate = factor * factor;
}

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return (sqrt(kappa) - 1) / (sqrt(kappa) + 1);
}
