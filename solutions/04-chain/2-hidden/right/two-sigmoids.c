/* Multiplies sigmoid(z) and sigmoid(-z), and sums by halving. */
#include "hidden.h"

#include <math.h>

static inline double sigmoid(double z) {
  if (z < 0) return 1 - sigmoid(-z);
  return 1 / (1 + exp(-z));
}

static double dot(const double *a, const double *b, size_t n) {
  if (n == 0) return 0;
  if (n == 1) return a[0] * b[0];
  return dot(a, b, n / 2) + dot(a + n / 2, b + n / 2, n - n / 2);
}

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta) {
  for (size_t i = 0; i < n; ++i)
    delta[i] =
        sigmoid(z[i]) * dot(&w[m * i], delta_next, m) * sigmoid(-z[i]);
}
