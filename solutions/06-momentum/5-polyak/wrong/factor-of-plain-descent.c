/* Takes plain descent's factor for beta. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  *learning_rate = 4 / (sum * sum);
  *beta = (largest - mu) / (largest + mu);
}

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return (sqrt(kappa) - 1) / (sqrt(kappa) + 1);
}
