/* Exercise xor/parity: odd or even. */
#include "parity.h"

void parity(size_t n, double *w) {
  /* Your code here. */
}

void by_count(const double *wanted, size_t n, double *w) {
  /* Your code here. */
}

double table_neurons(size_t n) {
  /* Your code here. */
  return 0;
}
