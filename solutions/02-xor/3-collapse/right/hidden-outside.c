/* Adds what each hidden neuron gives to all weights, the last one first. */
#include "collapse.h"

#include <math.h>
#include <string.h>

void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one) {
  memset(one, 0, inputs * sizeof *one);
  one[inputs] = c;
  for (size_t j = hidden; j-- > 0;) {
    for (size_t i = inputs; i-- > 0;)
      one[i] = fma(v[j], w[i * hidden + j], one[i]);
    one[inputs] = fma(v[j], b[j], one[inputs]);
  }
}
