/* Moves eight weights at most. */
#include "step.h"

#include <math.h>

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  for (size_t i = 0; i < n && i < 8; i++) {
    s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
    w[i] -= learning_rate * g[i] / (sqrt(s[i]) + epsilon);
  }
}
