/* Lets the radius be no larger than 1. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  double middle = (1 + beta - h) / 2, under_root = middle * middle - beta;
  if (under_root < 0) return sqrt(beta);
  return fmin(fabs(middle) + sqrt(under_root), 1);
}

manner behaviour(double h, double beta) {
  double s = sqrt(beta);
  if (h > 2 + 2 * beta) return DIVERGES;
  if (h > (1 + s) * (1 + s)) return FLIPS;
  return h > (1 - s) * (1 - s) ? SPIRALS : CREEPS;
}
