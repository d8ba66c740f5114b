/* A wrong answer to the exercise perceptron/step, half done: the front page
 * shows what the grader says to it. */
#include "step.h"

bool fires(const double *w, double b, const double *x, size_t n) {
  double z = 0;
  for (size_t i = 0; i < n; i++) z += w[i] * x[i];
  return z > 0;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  /* Your code here. */
  return false;
}
