/* Lets the first example set the sums, and the others add, by pointers. */
#include "layer.h"

#include <stdbool.h>

static void put(double *to, double value, bool first) {
  if (first)
    *to = value;
  else
    *to += value;
}

void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db) {
  for (size_t r = 0; r < batch; r++, inputs += n, delta += m) {
    double *next = dw;
    for (size_t i = 0; i < n; i++)
      for (size_t j = 0; j < m; j++)
        put(next++, inputs[i] * delta[j], r == 0);
    for (size_t j = 0; j < m; j++) put(db + j, delta[j], r == 0);
  }
}
