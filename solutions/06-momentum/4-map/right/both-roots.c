/* Computes both real roots, or the size of both from their two parts. */
#include "map.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  bool complex_pair;
  double first, second; /* the roots, or the real and imaginary part */
} roots;

static roots roots_of(double h, double beta) {
  double centre = (1 + beta - h) / 2;
  double spread = centre * centre - beta;
  if (spread < 0)
    return (roots){true, .first = centre, .second = sqrt(-spread)};
  return (roots){.first = centre + sqrt(spread),
                 .second = centre - sqrt(spread)};
}

double spectral_radius(double h, double beta) {
  roots r = roots_of(h, beta);
  if (r.complex_pair) return hypot(r.first, r.second);
  double a = fabs(r.first), b = fabs(r.second);
  return a > b ? a : b;
}

manner behaviour(double h, double beta) {
  roots r = roots_of(h, beta);
  if (r.complex_pair) return SPIRALS; /* of size sqrt(beta) < 1 */
  if (r.first > 1 || r.second < -1) return DIVERGES;
  return r.first <= 0 ? FLIPS : CREEPS;
}
