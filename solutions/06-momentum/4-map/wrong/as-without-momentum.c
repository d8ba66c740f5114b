/* Has the regions of plain descent. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  double middle = (1 + beta - h) / 2; /* of the two roots */
  double under_root = middle * middle - beta;
  if (under_root < 0) return sqrt(beta); /* their product is beta */
  return fabs(middle) + sqrt(under_root);
}

manner behaviour(double h, double beta) {
  if (h > 2) return DIVERGES;
  return h > 1 ? FLIPS : CREEPS;
}
