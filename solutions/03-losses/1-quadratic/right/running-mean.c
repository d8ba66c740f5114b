/* Keeps a running mean of the losses, and takes lengths by hypot. */
#include "quadratic.h"

#include <math.h>

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double mean = 0;
  for (size_t e = 0; e < examples; e++) {
    double length = 0;
    for (size_t k = 0; k < outputs; k++, a++, t++)
      length = hypot(length, *a - *t);
    mean += (length * length / 2 - mean) / (double)(e + 1);
  }
  return mean;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  const double *const end = a + examples * outputs;
  while (a < end) *gradient++ = (*a++ - *t++) / (double)examples;
}
