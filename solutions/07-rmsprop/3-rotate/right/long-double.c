/* Computes in long double, and keeps sine and cosine in a struct. */
#include "rotate.h"

#include <math.h>

typedef struct {
  long double c, s, kappa;
} bowl;

static bowl bowl_of(double kappa, double angle) {
  return (bowl){.s = sinl(angle), .c = cosl(angle), .kappa = kappa};
}

static void slopes(bowl b, const long double *w, long double *g) {
  long double flat = b.c * w[0] + b.s * w[1];
  long double steep = b.kappa * (b.c * w[1] - b.s * w[0]);
  g[0] = b.c * flat - b.s * steep;
  g[1] = b.s * flat + b.c * steep;
}

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  long double at[2] = {w[0], w[1]}, by[2];
  slopes(bowl_of(kappa, angle), at, by);
  for (int i = 0; i < 2; i++) g[i] = (double)by[i];
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  bowl b = bowl_of(kappa, angle);
  long double w[2] = {start[0], start[1]}, s[2] = {0, 0}, g[2];
  size_t steps;
  for (steps = 0; steps < most; steps++) {
    if (hypotl(w[0], w[1]) <= radius) break;
    slopes(b, w, g);
    for (int i = 0; i < 2; i++) {
      s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
      w[i] -= learning_rate * g[i] / (sqrtl(s[i]) + 1e-8L);
    }
  }
  return steps;
}
