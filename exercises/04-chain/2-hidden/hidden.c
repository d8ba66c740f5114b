/* Exercise chain/hidden: the deltas of a hidden layer. */
#include "hidden.h"

#include <math.h>

void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta) {
  /* Your code here. */
}
