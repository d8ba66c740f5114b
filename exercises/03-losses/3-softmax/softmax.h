#ifndef SOFTMAX_H
#define SOFTMAX_H

#include <stddef.h>

/* a[i] = e^z[i] / (sum of e^z[j] over all j), for i = 0 ... n-1 and any
 * finite z. n > 0. */
void softmax(const double *z, size_t n, double *a);

/* -log of the softmax at the right class, natural logarithm; finite for
 * any z from -10,000 to 10,000. right < n. */
double softmax_loss(const double *z, size_t n, size_t right);

#endif
