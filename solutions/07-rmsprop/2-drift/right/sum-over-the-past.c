/* Sums, at each slope, over the n last squares, with their weights. */
#include "drift.h"

#include <math.h>

static double root_mean_square(const double *g, size_t n, double rho,
                               size_t now) {
  double sum = 0, weight = 1, weights = 0;
  for (size_t back = 0; back < n; back++) {
    double slope = g[(now + n - back) % n];
    sum += weight * slope * slope;
    weights += weight;
    weight *= rho;
  }
  return sqrt(sum / weights);
}

double drift(const double *g, size_t n, double rho, double learning_rate) {
  double change = 0;
  for (size_t i = n; i-- > 0;)
    if (g[i] != 0) change += g[i] / root_mean_square(g, n, rho, i);
  return -learning_rate * change;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  double change = 0;
  for (const double *one = g; one < g + n; one++)
    if (*one != 0) change -= copysign(learning_rate, *one);
  return change;
}
