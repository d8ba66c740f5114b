/* Sums in long double, in an array of its own, and rounds at the end. */
#include "collapse.h"

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  long double sums[inputs + 1];
  for (size_t i = 0; i <= inputs; i++) sums[i] = i == inputs ? c : 0;
  for (size_t place = 0; place < inputs * hidden; place++)
    sums[place / hidden] += (long double)w[place] * v[place % hidden];
  for (size_t j = 0; j < hidden; j++)
    sums[inputs] += (long double)v[j] * b[j];
  for (size_t i = 0; i <= inputs; i++) one[i] = (double)sums[i];
}
