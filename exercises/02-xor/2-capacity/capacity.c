/* Exercise xor/capacity: how many points can one neuron tell apart? */
#include "capacity.h"

double separable_share(draw_function *draw, size_t points, size_t trials) {
  /* Your code here. */
  return 0;
}

size_t capacity(draw_function *draw) {
  /* Your code here. */
  return 0;
}
