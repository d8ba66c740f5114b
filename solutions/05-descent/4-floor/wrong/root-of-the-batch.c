/* Divides by the root of the batch. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  double noise = variance / sqrt((double)batch); /* of a step's slope */
  return learning_rate * noise / (2 - learning_rate);
}

double largest_rate_for(double most, double variance, size_t batch) {
  double noise = variance / (double)batch;
  return 2 * most / (noise + most);
}
