/* Exercise xor/separable: is there a line? */
#include "separable.h"

bool separable(const double *y, size_t n) {
  /* Your code here. */
  return false;
}
