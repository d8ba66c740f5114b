/* Looks for the best z by Newton's method, with the slopes. */
#include "counts.h"

#include <math.h>
#include <stdbool.h>

double count_loss(double z, double t) {
  double loss = exp(z);
  if (t > 0) loss -= t * z;
  return loss;
}

double count_slope(double z, double t) {
  return t > 0 ? exp(z) - t : exp(z);
}

double best_z(const double *t, size_t n) {
  bool any = false;
  for (size_t i = 0; i < n; i++) any = any || t[i] > 0;
  if (!any) return -1.0 / 0.0;
  double z = 0;
  for (int step = 0; step < 200; step++) {
    double slope = 0;
    for (size_t i = 0; i < n; i++) slope += count_slope(z, t[i]);
    /* the derivative of the slope is n e^z */
    z -= fmin(1, fmax(-1, slope / ((double)n * exp(z))));
  }
  return z;
}
