#ifndef QUADRATIC_H
#define QUADRATIC_H

#include <stddef.h>

/* The quadratic loss of a batch: for each example half the sum of squared
 * errors over its outputs, and of that the mean over the examples. a and t
 * have examples * outputs elements, example after example. */
double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs);

/* Its slopes: gradient[i] is that of the whole loss by a[i]. */
void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient);

#endif
