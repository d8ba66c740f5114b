#ifndef LEAST_NORM_H
#define LEAST_NORM_H

#include <math.h>
#include <stddef.h>

/* Given: solves the m equations A x = b with m unknowns. a holds A row by
 * row, m numbers a row. Leaves x in b, and nothing of use in a. */
static inline void solve(double *a, double *b, size_t m) {
  for (size_t c = 0; c < m; c++) {
    size_t best = c;
    for (size_t r = c + 1; r < m; r++)
      if (fabs(a[r * m + c]) > fabs(a[best * m + c])) best = r;
    for (size_t k = 0; k < m; k++) {
      double kept = a[c * m + k];
      a[c * m + k] = a[best * m + k];
      a[best * m + k] = kept;
    }
    double kept = b[c];
    b[c] = b[best];
    b[best] = kept;
    for (size_t r = 0; r < m; r++) {
      if (r == c) continue;
      double times = a[r * m + c] / a[c * m + c];
      for (size_t k = c; k < m; k++) a[r * m + k] -= times * a[c * m + k];
      b[r] -= times * b[c];
    }
  }
  for (size_t c = 0; c < m; c++) b[c] /= a[c * m + c];
}

/* Of all weights that meet n targets (n from 1 to 8) with p features, more
 * than n, fills w with the shortest, those with the smallest |w|^2. Row i
 * of Phi is phi[i * p] ... phi[i * p + p - 1], the features of example i;
 * to meet its target, the sum over j of phi[i * p + j] w[j] is t[i]. The
 * rows are independent, so that Phi Phi^T can be solved. */
void least_norm(const double *phi, const double *t, size_t n, size_t p,
                double *w);

#endif
