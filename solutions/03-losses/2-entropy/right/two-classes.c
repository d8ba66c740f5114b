/* Weighs the losses of both classes, and reflects a negative sum. */
#include "entropy.h"

#include <math.h>

/* -log(1 / (1 + e^-z)), for every z */
static double surprise(double z) {
  if (z < -40) return -z;
  return z > 40 ? exp(-z) : log1p(exp(-z));
}

double entropy(double z, double t) {
  double loss = 0;
  if (t > 0) loss += t * surprise(z);
  if (t < 1) loss += (1 - t) * surprise(-z);
  return loss;
}

double entropy_slope(double z, double t) {
  double yes = 1 - 1 / (1 + exp(z)), no = 1 - yes;
  return (1 - t) * yes - t * no;
}
