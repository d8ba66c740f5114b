#ifndef RIDGE_H
#define RIDGE_H

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

/* Fits p weights (1 to 8) to n examples (at least 1): fills w with those
 * for which 1/2 |Phi w - t|^2 + 1/2 lambda |w|^2 is smallest. Row i of
 * Phi is phi[i * p] ... phi[i * p + p - 1], the features of example i;
 * t[i] is its target. All weights are penalised, the first one too.
 * lambda is not negative, and n may be smaller than p unless it is 0. */
void ridge_fit(const double *phi, const double *t, size_t n, size_t p,
               double lambda, double *w);

#endif
