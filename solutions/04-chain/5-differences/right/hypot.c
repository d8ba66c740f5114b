/* Adds up lengths by hypot, and changes the weight through a pointer. */
#include "differences.h"

#include <math.h>

double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h) {
  double *const moved = w + i, kept = *moved;
  double slope = 0;
  for (int side = -1; side <= 1; side += 2) {
    *moved = kept + side * h;
    slope += side * (*loss)(w, n);
  }
  *moved = kept;
  return slope / (2 * h);
}

double relative_error(const double *g, const double *d, size_t n) {
  double apart = 0, of_g = 0, of_d = 0;
  for (size_t i = n; i > 0; i--, g++, d++) {
    apart = hypot(apart, *g - *d);
    of_g = hypot(of_g, *g);
    of_d = hypot(of_d, *d);
  }
  if (of_g == 0 && of_d == 0) return 0;
  return apart / (of_g < of_d ? of_d : of_g);
}
