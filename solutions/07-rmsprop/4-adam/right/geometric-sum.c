/* Sums the weights of the averages, and divides by those sums. */
#include "adam.h"

#include <math.h>

typedef struct {
  long double kept, sum; /* the sum of the weights of all slopes so far */
} memory;

static memory after(double kept, size_t t) {
  memory one = {.kept = kept, .sum = 0};
  long double weight = 1 - one.kept;
  while (t-- > 0) {
    one.sum += weight;
    weight *= one.kept;
  }
  return one;
}

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  memory mean = after(beta, t), square = after(rho, t);
  for (size_t i = 0; i < n; ++i) {
    const double slope = g[i];
    m[i] = m[i] * beta + slope * (1 - beta);
    s[i] = s[i] * rho + slope * slope * (1 - rho);
    long double down = m[i] / mean.sum;
    down /= sqrtl(s[i] / square.sum) + epsilon;
    w[i] -= learning_rate * (double)down;
  }
}
