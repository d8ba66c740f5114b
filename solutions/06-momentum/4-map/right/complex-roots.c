/* Takes the roots as complex numbers. */
#include "map.h"

#include <complex.h>
#include <math.h>

static void roots(double h, double beta, double complex r[2]) {
  double complex under_root = (1 + beta - h) * (1 + beta - h) - 4 * beta;
  r[0] = (1 + beta - h + csqrt(under_root)) / 2;
  r[1] = (1 + beta - h - csqrt(under_root)) / 2;
}

double spectral_radius(double h, double beta) {
  double complex r[2];
  roots(h, beta, r);
  return fmax(cabs(r[0]), cabs(r[1]));
}

manner behaviour(double h, double beta) {
  double complex r[2];
  roots(h, beta, r);
  if (cabs(r[0]) > 1 || cabs(r[1]) > 1) return DIVERGES;
  if (cimag(r[0]) != 0) return SPIRALS;
  return creal(r[0]) + creal(r[1]) < 0 ? FLIPS : CREEPS;
}
