/* Writes the bowl as a symmetric matrix, by the double angle. */
#include "rotate.h"

#include <math.h>

typedef struct {
  double a, b, d; /* [a b; b d] */
} symmetric;

static symmetric matrix_of(double kappa, double angle) {
  double mean = (1 + kappa) / 2, half = (1 - kappa) / 2;
  double c = cos(2 * angle), s = sin(2 * angle);
  return (symmetric){mean + half * c, half * s, mean - half * c};
}

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  symmetric m = matrix_of(kappa, angle);
  double first = m.a * w[0] + m.b * w[1];
  g[1] = m.b * w[0] + m.d * w[1];
  g[0] = first;
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  double x = start[0], y = start[1], s = 0, t = 0;
  for (size_t steps = 0; steps < most; steps++) {
    if (hypot(x, y) <= radius) return steps;
    double g[2];
    bowl_gradient((double[]){x, y}, kappa, angle, g);
    s = rho * s + (1 - rho) * g[0] * g[0];
    t = rho * t + (1 - rho) * g[1] * g[1];
    x -= learning_rate * g[0] / (1e-8 + sqrt(s));
    y -= learning_rate * g[1] / (1e-8 + sqrt(t));
  }
  return most;
}
