/* Compares the root of h with 1 and the root of beta. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  double low = 1 - sqrt(beta), high = 1 + sqrt(beta);
  double below = h - low * low, above = h - high * high;
  /* The discriminant is the product of both. */
  if (below >= 0 && above <= 0) return sqrt(beta);
  return (fabs(1 + beta - h) + sqrt(below * above)) / 2;
}

manner behaviour(double h, double beta) {
  double root = sqrt(h), s = sqrt(beta);
  return root < 1 - s         ? CREEPS
         : root < 1 + s       ? SPIRALS
         : h < 2 * (1 + beta) ? FLIPS
                              : DIVERGES;
}
