/* Sums the geometric series of all past noise. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  double kept = (1 - learning_rate) * (1 - learning_rate);
  double added = pow(learning_rate, 2) * variance / (double)batch;
  return added / (1 - kept);
}

double largest_rate_for(double most, double variance, size_t batch) {
  double ratio = most * (double)batch / variance;
  return 2 * ratio / (1 + ratio);
}
