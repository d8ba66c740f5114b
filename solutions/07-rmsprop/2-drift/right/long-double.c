/* Solves for the s that comes back, with expm1 and log in long double. */
#include "drift.h"

#include <math.h>

typedef struct {
  long double kept, added;
} map; /* s becomes kept s + added */

static map of_cycle(const double *g, size_t n, double rho) {
  map all = {.added = 0};
  for (size_t i = 0; i < n; i++)
    all.added = rho * all.added + (1 - (long double)rho) * g[i] * g[i];
  all.kept = 1 + expm1l(n * logl(rho));
  return all;
}

double drift(const double *g, size_t n, double rho, double learning_rate) {
  map all = of_cycle(g, n, rho);
  long double s = all.added / (1 - all.kept), change = 0;
  for (size_t i = 0; i < n; i++) {
    s = rho * s + (1 - (long double)rho) * g[i] * g[i];
    if (g[i] == 0) continue;
    change += learning_rate * (g[i] / sqrtl(s));
  }
  return (double)-change;
}

static int sign(double x) {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

double sign_drift(const double *g, size_t n, double learning_rate) {
  int sum = 0;
  while (n-- > 0) sum -= sign(g[n]);
  return sum * learning_rate;
}
