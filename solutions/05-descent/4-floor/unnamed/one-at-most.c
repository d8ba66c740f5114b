/* Allows no rate above 1. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  return learning_rate * variance / (double)batch / (2 - learning_rate);
}

double largest_rate_for(double most, double variance, size_t batch) {
  return fmin(2 * most / (variance / (double)batch + most), 1);
}
