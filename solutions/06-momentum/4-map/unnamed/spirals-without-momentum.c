/* Says that a ball without momentum spirals wherever it oversteps. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  double middle = (1 + beta - h) / 2, under_root = middle * middle - beta;
  if (under_root < 0) return sqrt(beta);
  return fabs(middle) + sqrt(under_root);
}

manner behaviour(double h, double beta) {
  double s = sqrt(beta);
  if (h > 2 + 2 * beta) return DIVERGES;
  if (beta == 0) return h > 1 ? SPIRALS : CREEPS;
  if (h > (1 + s) * (1 + s)) return FLIPS;
  return h > (1 - s) * (1 - s) ? SPIRALS : CREEPS;
}
