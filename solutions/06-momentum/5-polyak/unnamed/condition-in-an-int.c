/* Keeps the condition number in an int. */
#include "polyak.h"

#include <math.h>

double polyak_factor(double mu, double largest) {
  int kappa = (int)(largest / mu);
  return (sqrt(kappa) - 1) / (sqrt(kappa) + 1);
}

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double sum = sqrt(largest) + sqrt(mu);
  double factor = (sqrt(largest) - sqrt(mu)) / sum;
  *learning_rate = 4 / (sum * sum);
  *beta = factor * factor;
}
