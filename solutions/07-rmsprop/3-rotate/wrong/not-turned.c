/* Leaves the bowl in the axes of the weights. */
#include "rotate.h"

#include <math.h>

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  g[0] = w[0];
  g[1] = kappa * w[1];
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  double w[2] = {start[0], start[1]}, s[2] = {0, 0}, g[2];
  size_t steps = 0;
  while (steps < most && sqrt(w[0] * w[0] + w[1] * w[1]) > radius) {
    bowl_gradient(w, kappa, angle, g);
    for (size_t i = 0; i < 2; i++) {
      s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
      w[i] -= learning_rate * g[i] / (sqrt(s[i]) + 1e-8);
    }
    steps++;
  }
  return steps;
}
