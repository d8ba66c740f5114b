/* Goes along conjugate directions until the targets are met. */
#include "least-norm.h"

#include <string.h>

static double dot(const double *a, const double *b, size_t n) {
  return n == 0 ? 0 : *a * *b + dot(a + 1, b + 1, n - 1);
}

/* The direction in the space of the weights: the rows' sum, with factors.
 */
static void combine(const double *phi, const double *factors, size_t n,
                    size_t p, double *sum) {
  memset(sum, 0, p * sizeof *sum);
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < p; j++) sum[j] += factors[i] * phi[i * p + j];
}

void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w) {
  double r[8], d[8], q[8], along[p];
  memset(w, 0, p * sizeof *w);
  memcpy(r, t, n * sizeof *r);
  memcpy(d, t, n * sizeof *d);
  double enough = 1e-30 * dot(t, t, n);
  for (size_t step = 0; step < 50 * n && dot(r, r, n) > enough; step++) {
    double old = dot(r, r, n);
    combine(phi, d, n, p, along);
    for (size_t i = 0; i < n; i++) q[i] = dot(phi + i * p, along, p);
    double alpha = old / dot(d, q, n);
    for (size_t j = 0; j < p; j++) w[j] += alpha * along[j];
    for (size_t i = 0; i < n; i++) r[i] -= alpha * q[i];
    double beta = dot(r, r, n) / old;
    for (size_t i = 0; i < n; i++) d[i] = r[i] + beta * d[i];
  }
}
