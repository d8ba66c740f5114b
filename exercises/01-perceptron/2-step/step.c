/* Exercise perceptron/step: one step of the rule. */
#include "step.h"

bool fires(const double *w, double b, const double *x, size_t n) {
  /* Your code here. */
  return false;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  /* Your code here. */
  return false;
}
