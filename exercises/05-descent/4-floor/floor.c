/* Exercise descent/floor: how near noise lets you come. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  /* Your code here. */
  return 0;
}

double largest_rate_for(double most, double variance, size_t batch) {
  /* Your code here. */
  return 0;
}
