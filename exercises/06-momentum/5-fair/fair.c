/* Exercise momentum/fair: is it the momentum, or a larger rate? */
#include "fair.h"

#include <nn/evaluate.h>
#include <nn/optimizer.h>
#include <nn/vector.h>

size_t epochs_to(const race *r, double learning_rate, double beta) {
  /* Your code here. */
  return 0;
}

double gain(const race *r, double beta, const double *rates, size_t n) {
  /* Your code here. */
  return 0;
}

conclusion conclude(const size_t *plain, const size_t *ball, size_t n) {
  /* Your code here. */
  return 0;
}
