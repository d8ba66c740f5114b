/* Takes a dot product with v, by recursion, for each number. */
#include "collapse.h"

static double dot(const double *a, const double *b, size_t n) {
  if (n == 0) return 0;
  return *a * *b + dot(a + 1, b + 1, n - 1);
}

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  for (const double *end = w + inputs * hidden; w != end; w += hidden)
    *one++ = dot(w, v, hidden);
  *one = c + dot(b, v, hidden);
}
