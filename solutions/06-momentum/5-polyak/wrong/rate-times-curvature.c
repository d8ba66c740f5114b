/* Returns eta L. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = 1 + sqrt(mu / largest);
  double factor = polyak_factor(mu, largest);
  *learning_rate = 4 / (sum * sum);
  *beta = factor * factor;
}

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return (sqrt(kappa) - 1) / (sqrt(kappa) + 1);
}
