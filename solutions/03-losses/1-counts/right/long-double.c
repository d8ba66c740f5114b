/* Computes in long double, each count by itself. */
#include "counts.h"

#include <math.h>

double count_loss(double z, double t) {
  long double loss = expl((long double)z);
  loss -= (long double)t * z;
  return (double)loss;
}

double count_slope(double z, double t) {
  return (double)(expl((long double)z) - (long double)t);
}

double best_z(const double *t, size_t n) {
  long double mean = 0;
  for (const double *end = t + n; t < end; t++)
    mean += (long double)*t / (long double)n;
  return (double)logl(mean);
}
