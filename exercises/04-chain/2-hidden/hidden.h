#ifndef HIDDEN_H
#define HIDDEN_H

#include <stddef.h>

/* The deltas of a hidden layer of n sigmoid neurons, from those of the m
 * neurons of the next layer. w[i * m + j] is the weight from hidden neuron
 * i to neuron j of the next layer, delta_next[j] is dC/dz of that neuron,
 * and z[i] the sum of hidden neuron i. Fills delta[i], n numbers, with
 * dC/dz of neuron i. */
void hidden_deltas(size_t n, size_t m, const double *w,
                   const double *delta_next, const double *z,
                   double *delta);

#endif
