/* Has helpers that are not static, min and max. */
#include "rate.h"

double min(const double *a, int n);
double max(const double *a, int n);

double min(const double *a, int n) {
  double m = a[0];
  int i;
  for (i = 1; i < n; i++)
    if (a[i] < m) m = a[i];
  return m;
}

double max(const double *a, int n) {
  double m = a[0];
  int i;
  for (i = 1; i < n; i++)
    if (a[i] > m) m = a[i];
  return m;
}

double largest_rate(const double *lambda, size_t n) {
  return 2.0 / max(lambda, (int)n);
}

double best_rate(const double *lambda, size_t n) {
  double sum = min(lambda, (int)n) + max(lambda, (int)n);
  return 2.0 / sum;
}

double best_factor(const double *lambda, size_t n) {
  double small = min(lambda, (int)n), big = max(lambda, (int)n);
  double factor = (big / small - 1.0) / (big / small + 1.0);
  return factor;
}
