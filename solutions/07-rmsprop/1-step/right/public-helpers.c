/* Has helpers that are not static, and ints for indices. */
#include "step.h"

#include <math.h>

double square(double x);
double average(double old, double value, double kept);

double square(double x) {
  return x * x;
}

double average(double old, double value, double kept) {
  return kept * old + (1.0 - kept) * value;
}

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  int i;
  double size, step;
  for (i = 0; i < (int)n; i++) {
    s[i] = average(s[i], square(g[i]), rho);
    size = pow(s[i], 0.5);
    step = -1.0 * learning_rate * g[i] / (size + epsilon);
    w[i] = w[i] + step;
  }
}
