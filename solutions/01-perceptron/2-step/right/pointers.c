/* Walks with pointers, and asks for the two targets apart. */
#include "step.h"

#include <math.h>

static double sum(const double *w, double b, const double *x, size_t n) {
  for (const double *end = x + n; x != end; w++, x++) b = fma(*w, *x, b);
  return b;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  return sum(w, b, x, n) > 0 ? true : false;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  double z = sum(w, *b, x, n);
  if (y > 0 && z > 0) return false;
  if (y < 0 && z < 0) return false;
  for (const double *end = x + n; x != end; x++)
    if (y > 0)
      *w++ += *x;
    else
      *w++ -= *x;
  if (y > 0)
    ++*b;
  else
    --*b;
  return true;
}
