/* Works with mu / largest, pow and long double. */
#include "polyak.h"

#include <math.h>

static long double factor_of(long double mu, long double largest) {
  long double flatness = powl(mu / largest, 0.5L);
  return (1 - flatness) / (1 + flatness);
}

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  const long double factor = factor_of(mu, largest);
  *beta = (double)powl(factor, 2);
  *learning_rate = (double)((1 + factor) * (1 + factor) / largest);
}

double polyak_factor(double mu, double largest) {
  return (double)factor_of(mu, largest);
}
