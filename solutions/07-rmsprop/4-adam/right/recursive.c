/* Takes the first weight's step, and calls itself for the others. */
#include "adam.h"

#include <math.h>

static double power(double base, size_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2, base *= base)
    if (exponent % 2 == 1) result *= base;
  return result;
}

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  if (n == 0) return;
  *m = fma(beta, *m, (1 - beta) * *g);
  *s = fma(rho, *s, (1 - rho) * *g * *g);
  double mean = *m / (1 - power(beta, t));
  double size = sqrt(*s) / sqrt(1 - power(rho, t));
  *w += -learning_rate * mean / (size + epsilon);
  adam_step(w + 1, m + 1, s + 1, t, g + 1, n - 1, learning_rate, beta, rho,
            epsilon);
}
