/* Asks for an array that fills the disk. */
#include "step.h"
char large[1ull << 36] = {1};
bool fires(const double *w, double b, const double *x, size_t n) {
  return large[n] + w[0] + b + x[0];
}
bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return large[n] + w[0] + *b + x[0] + y;
}
