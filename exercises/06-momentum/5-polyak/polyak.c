/* Exercise momentum/polyak: the best ball for a bowl. */
#include "polyak.h"

#include <math.h>

void polyak(double mu, double largest, double *learning_rate,
            double *beta) {
  /* Your code here. */
}

double polyak_factor(double mu, double largest) {
  /* Your code here. */
  return 0;
}
