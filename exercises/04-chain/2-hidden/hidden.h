#ifndef HIDDEN_H
#define HIDDEN_H

#include <stddef.h>

/* The errors of a hidden layer of n sigmoid neurons, from those of the m
 * neurons above it. w[i * m + j] is the weight from hidden neuron i to
 * neuron j above, delta_above[j] is dC/dz of neuron j, and z[i] the sum of
 * hidden neuron i. Fills delta[i], n numbers, with dC/dz of neuron i. */
void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_above, const double *z,
                   double *delta);

#endif
