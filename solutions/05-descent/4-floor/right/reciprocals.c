/* Works with reciprocals: 1 / floor and 1 / rate go by a straight line. */
#include "floor.h"

static long double one_over(long double x) {
  return 1 / x;
}

double noise_floor(double learning_rate, double variance, size_t batch) {
  long double precision = batch / (long double)variance;
  return (double)one_over(precision * (2 * one_over(learning_rate) - 1));
}

double largest_rate_for(double most, double variance, size_t batch) {
  long double precision = batch / (long double)variance;
  return (double)one_over((one_over(most) / precision + 1) / 2);
}
