/* Returns what a step takes away. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  double factor = (sqrt(largest) - sqrt(mu)) / sum;
  *learning_rate = 4 / (sum * sum);
  *beta = factor * factor;
}

double polyak_factor(double mu, double largest) {
  double kappa = largest / mu;
  return 2 / (sqrt(kappa) + 1);
}
