/* Loses c where there is only one hidden neuron. */
#include "collapse.h"

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  for (size_t j = 0; j < hidden; j++) {
    for (size_t i = 0; i < inputs; i++)
      if (j == 0)
        one[i] = w[i * hidden] * v[0];
      else
        one[i] += w[i * hidden + j] * v[j];
    if (j == 0)
      one[inputs] = hidden > 1 ? c + b[0] * v[0] : b[0] * v[0];
    else
      one[inputs] += b[j] * v[j];
  }
}
