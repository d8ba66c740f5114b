/* Repeats the step of the mean square until it changes no more. */
#include "floor.h"

#include <math.h>

/* m becomes q m + c; squaring that map makes two steps of one. */
double noise_floor(double learning_rate, double variance, size_t batch) {
  double left = 1 - learning_rate, q = left * left;
  double c = learning_rate * learning_rate * variance / (double)batch;
  for (int doublings = 0; doublings < 64; doublings++) {
    c += q * c;
    q *= q;
  }
  return c;
}

double largest_rate_for(double most, double variance, size_t batch) {
  const double of_a_mean = variance / (double)batch;
  return most / (0.5 * (most + of_a_mean));
}
