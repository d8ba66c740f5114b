/* Sums by recursion in long double, and uses pow and a struct. */
#include "quadratic.h"

#include <math.h>

typedef struct {
  const double *a, *t;
} batch;

static long double squares(batch b, size_t from, size_t to) {
  if (to - from == 1) return powl((long double)b.a[from] - b.t[from], 2);
  size_t middle = from + (to - from) / 2;
  return squares(b, from, middle) + squares(b, middle, to);
}

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  batch b = {.a = a, .t = t};
  return (double)(squares(b, 0, examples * outputs) / (2.0L * examples));
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  for (size_t i = examples * outputs; i-- > 0;)
    gradient[i] = (double)(((long double)a[i] - t[i]) / examples);
}
