/* Adds up in an int. */
#include "collapse.h"

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  one[inputs] = c;
  for (size_t j = 0; j < hidden; j++) one[inputs] += b[j] * v[j];
  for (size_t i = 0; i < inputs; i++) {
    int sum = 0;
    for (size_t j = 0; j < hidden; j++)
      sum = (int)(sum + w[i * hidden + j] * v[j]);
    one[i] = sum;
  }
}
