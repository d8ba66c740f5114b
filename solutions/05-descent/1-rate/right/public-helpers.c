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

double difference(const double *w, int k);

double difference(const double *w, int k) {
  return w[k + 1] - w[k];
}

/* The weighted mean of the quotients, without dividing: a running one. */
double rate_from_run(const double *w, size_t n, double learning_rate) {
  double factor = 0.0, weight = 0.0;
  int k;
  for (k = 0; k < (int)n - 2; k++) {
    double d = difference(w, k);
    weight += d * d;
    if (weight > 0)
      factor += d * (difference(w, k + 1) - factor * d) / weight;
  }
  return 2.0 * (learning_rate / (1.0 - factor));
}
