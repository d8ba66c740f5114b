/* Returns sqrt(beta) everywhere. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  return sqrt(beta);
}

manner behaviour(double h, double beta) {
  double s = sqrt(beta);
  if (h > 2 + 2 * beta) return DIVERGES;
  if (h > (1 + s) * (1 + s)) return FLIPS;
  return h > (1 - s) * (1 - s) ? SPIRALS : CREEPS;
}
