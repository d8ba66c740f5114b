/* Computes half of the products and mirrors them, in long double. */
#include "least-norm.h"

static double product(const double *a, const double *b, size_t p) {
  long double sum = 0;
  while (p-- > 0) sum += (long double)a[p] * b[p];
  return (double)sum;
}

void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w) {
  double products[64], factors[8];
  for (size_t i = 0; i < n; i++) {
    for (size_t k = i; k < n; k++)
      products[i * n + k] = products[k * n + i] =
          product(phi + i * p, phi + k * p, p);
    factors[i] = t[i];
  }
  solve(products, factors, n);
  for (double *end = w + p, *one = w; one < end; one++) {
    const double *feature = phi + (one - w);
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
      sum += (long double)factors[i] * feature[i * p];
    *one = (double)sum;
  }
}
