/* Allows as many updates as the theorem does, and no more. */
#include "separable.h"

/* If a neuron can do it, one with whole weights of at most 3 can, and a
 * bias whose half-step border is within 12.5: |u|^2 <= 4 * 9 + 12.5^2 <
 * 200, and every y (u x + b) is at least 1/2. With R^2 = 5 that allows less
 * than 5 * 200 * 4 updates. */
enum { MOST_UPDATES = 4000 };

bool separable(const double *y, size_t n) {
  double w[5] = {0};
  size_t rows = (size_t)1 << n, in_a_row = 0;
  long updates = 0;
  for (size_t row = 0; in_a_row < rows; row = (row + 1) % rows) {
    double x[5] = {0}, z = 0;
    for (size_t i = 0; i < n; i++) x[i] = (row >> (n - 1 - i)) % 2 ? 1 : 0;
    x[n] = 1;
    for (size_t i = 0; i <= n; i++) z += w[i] * x[i];
    if (z * y[row] > 0) {
      in_a_row++;
      continue;
    }
    if (++updates > MOST_UPDATES) return false;
    for (size_t i = 0; i <= n; i++) w[i] += y[row] * x[i];
    in_a_row = 0;
  }
  return true;
}
