/* Takes rates above 1 for as noisy as those as far below it. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  double rate = 1 - fabs(1 - learning_rate);
  return rate * variance / (double)batch / (2 - rate);
}

double largest_rate_for(double most, double variance, size_t batch) {
  return 2 * most / (variance / (double)batch + most);
}
