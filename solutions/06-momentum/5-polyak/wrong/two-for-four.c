/* Has 2 above the line. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  double factor = polyak_factor(mu, largest);
  *learning_rate = 2 / (sum * sum);
  *beta = factor * factor;
}

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return (sqrt(kappa) - 1) / (sqrt(kappa) + 1);
}
