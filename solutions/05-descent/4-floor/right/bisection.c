/* Finds the rate by bisection, from the formula for the floor. */
#include "floor.h"

#include <math.h>

double noise_floor(double learning_rate, double variance, size_t batch) {
  return variance / ((2 / learning_rate - 1) * (double)batch);
}

/* The floor grows with the rate. */
double largest_rate_for(double most, double variance, size_t batch) {
  double low = 0, high = 2;
  for (int halvings = 0; halvings < 200; halvings++) {
    double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    if (noise_floor(middle, variance, batch) > most)
      high = middle;
    else
      low = middle;
  }
  return low;
}
