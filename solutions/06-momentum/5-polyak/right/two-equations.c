/* Solves the two equations for the roots of the rate and of beta. */
#include "polyak.h"

#include <math.h>

/* sqrt(rate mu) = 1 - s and sqrt(rate largest) = 1 + s, with beta = s^2 */
void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  double root_of_rate = 2 / (sqrt(mu) + sqrt(largest));
  double s = root_of_rate * sqrt(largest) - 1;
  *learning_rate = root_of_rate * root_of_rate;
  *beta = s * s;
}

double polyak_factor(double mu, double largest) {
  double rate, beta;
  polyak(mu, largest, &rate, &beta);
  return sqrt(beta);
}
