/* Averages the slopes to both sides, and looks for zeros first. */
#include "differences.h"

#include <math.h>
#include <stdbool.h>

static double loss_at(loss_function *loss, double *w, size_t n, size_t i,
                      double place) {
  double kept = w[i];
  w[i] = place;
  double value = loss(w, n);
  w[i] = kept;
  return value;
}

double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h) {
  double above = loss_at(loss, w, n, i, w[i] + h) / (2 * h);
  double below = loss_at(loss, w, n, i, w[i] - h) / (2 * h);
  return above - below;
}

static bool all_zeros(const double *a, size_t n) {
  return n == 0 || (*a == 0 && all_zeros(a + 1, n - 1));
}

static long double squared_distance(const double *a, const double *b,
                                    size_t n) {
  long double sum = 0;
  for (size_t i = 0; i < n; i++) {
    long double off = b ? (long double)a[i] - b[i] : a[i];
    sum += off * off;
  }
  return sum;
}

double relative_error(const double *g, const double *d, size_t n) {
  if (all_zeros(g, n) && all_zeros(d, n)) return 0;
  long double g_squared = squared_distance(g, NULL, n);
  long double d_squared = squared_distance(d, NULL, n);
  long double longer = g_squared > d_squared ? g_squared : d_squared;
  return (double)sqrtl(squared_distance(g, d, n) / longer);
}
