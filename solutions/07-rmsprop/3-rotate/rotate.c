/* Reference: turn w into the bowl's axes, and the slopes back. */
#include "rotate.h"

#include <math.h>

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  double c = cos(angle), s = sin(angle);
  double u_0 = c * w[0] + s * w[1];
  double u_1 = -s * w[0] + c * w[1];
  double d_0 = u_0, d_1 = kappa * u_1; /* dC/du */
  g[0] = c * d_0 - s * d_1;
  g[1] = s * d_0 + c * d_1;
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
