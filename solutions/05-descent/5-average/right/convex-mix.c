/* Mixes the old weight and the sample, (k - 1) / k and 1 / k of each. */
#include "average.h"

void running_minimum(const double *a, size_t n, double *w) {
  const double *sample = a;
  double k = 1;
  if (n == 0) return;
  *w = *sample;
  while (++sample < a + n) {
    k += 1;
    w[1] = w[0] * ((k - 1) / k) + *sample / k;
    w++;
  }
}

bool is_robbins_monro(double p) {
  bool too_fast = p > 1, too_slow = p <= 1.0 / 2;
  return !(too_fast || too_slow);
}
