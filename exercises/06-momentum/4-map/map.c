/* Exercise momentum/map: what a ball does in a bowl. */
#include "map.h"

#include <math.h>

double spectral_radius(double h, double beta) {
  /* Your code here. */
  return 0;
}

manner behaviour(double h, double beta) {
  /* Your code here. */
  return 0;
}
