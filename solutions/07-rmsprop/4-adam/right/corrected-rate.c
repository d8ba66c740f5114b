/* Puts both corrections into the rate and epsilon, before the loop. */
#include "adam.h"

#include <math.h>

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  double root = sqrt(1 - pow(rho, (double)t));
  double rate = learning_rate * root / (1 - pow(beta, (double)t));
  double added = epsilon * root;
  for (size_t i = n; i-- > 0;) {
    m[i] = beta * m[i] + (1 - beta) * g[i];
    s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
    w[i] -= rate * m[i] / (sqrt(s[i]) + added);
  }
}
