/* Uses <tgmath.h>, and the discriminant for both functions. */
#include "map.h"

#include <tgmath.h>

static double discriminant(double h, double beta) {
  double trace = 1 + beta - h;
  return trace * trace - 4 * beta;
}

double spectral_radius(double h, double beta) {
  double d = discriminant(h, beta), trace = 1 + beta - h;
  if (d <= 0) return sqrt(beta);
  return trace > 0 ? (trace + sqrt(d)) / 2 : (sqrt(d) - trace) / 2;
}

manner behaviour(double h, double beta) {
  if (spectral_radius(h, beta) > 1) return DIVERGES;
  if (discriminant(h, beta) < 0) return SPIRALS;
  if (h > 1 + beta) return FLIPS;
  return CREEPS;
}
