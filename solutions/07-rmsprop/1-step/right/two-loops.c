/* Renews all averages first, by what they lack, and then moves. */
#include "step.h"

#include <math.h>

void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon) {
  for (size_t i = n; i > 0; i--)
    s[i - 1] += (1 - rho) * (g[i - 1] * g[i - 1] - s[i - 1]);
  for (size_t i = n; i > 0; i--)
    w[i - 1] -= g[i - 1] * (learning_rate / (epsilon + sqrt(s[i - 1])));
}
