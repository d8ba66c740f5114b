/* Divides by the difference of the curvatures, where there is one. */
#include "polyak.h"

#include <math.h>

static double product_root(double mu, double largest) {
  return sqrt(mu) * sqrt(largest);
}

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double cross = 2 * product_root(mu, largest), sum = mu + largest;
  *beta = (sum - cross) / (sum + cross);
  *learning_rate = 4 / (sum + cross);
}

double polyak_factor(double mu, double largest) {
  if (mu == largest) return 0;
  return (mu + largest - 2 * product_root(mu, largest)) / (largest - mu);
}
