/* Adds what each axis contributes, as multiples of its direction. */
#include "rotate.h"

#include <math.h>
#include <string.h>

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  const double axes[2][2] = {{cos(angle), sin(angle)},
                             {-sin(angle), cos(angle)}};
  const double curvatures[2] = {1, kappa};
  double sum[2] = {0, 0};
  for (int k = 1; k >= 0; k--) {
    double u = axes[k][0] * w[0] + axes[k][1] * w[1];
    for (int i = 0; i < 2; i++) sum[i] += curvatures[k] * u * axes[k][i];
  }
  memcpy(g, sum, sizeof sum);
}

/* The steps that are left, from w with the averages s. */
static size_t left(double w[2], double s[2], double kappa, double angle,
                   double rate, double rho, double radius, size_t most) {
  double g[2];
  if (most == 0 || sqrt(w[1] * w[1] + w[0] * w[0]) <= radius) return 0;
  bowl_gradient(w, kappa, angle, g);
  for (int i = 0; i < 2; i++) {
    s[i] += (1 - rho) * (g[i] * g[i] - s[i]);
    w[i] -= rate * (g[i] / (sqrt(s[i]) + 1e-8));
  }
  return 1 + left(w, s, kappa, angle, rate, rho, radius, most - 1);
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  double w[2] = {start[0], start[1]}, s[2] = {0, 0};
  return left(w, s, kappa, angle, learning_rate, rho, radius, most);
}
