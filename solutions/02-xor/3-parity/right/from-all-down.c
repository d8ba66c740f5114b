/* Numbers the hidden neurons from the last count down. */
#include "parity.h"

#include <math.h>

void parity(size_t n, double *w) {
  double wanted[n + 1];
  for (size_t k = 0; k <= n; k++) wanted[k] = k % 2 == 1;
  by_count(wanted, n, w);
}

void by_count(const double *wanted, size_t n, double *w) {
  for (size_t input = 0; input < n; input++)
    for (size_t hidden = 0; hidden < n; hidden++) *w++ = 2;
  for (size_t hidden = 0; hidden < n; hidden++)
    *w++ = 1 - 2 * (double)(n - hidden);
  for (size_t count = n; count > 0; count--)
    *w++ = 3 * (wanted[count] - wanted[count - 1]);
  *w = wanted[0] > 0 ? 2 : -1;
}

double table_neurons(size_t n) {
  return pow(2, (double)n) / 2;
}
