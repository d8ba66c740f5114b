#ifndef COLLAPSE_H
#define COLLAPSE_H

#include <stddef.h>

/* The single linear neuron that two linear layers are. The hidden weight
 * from input i to hidden neuron j is w[i * hidden + j], its bias is b[j];
 * the output's weight from hidden neuron j is v[j], its bias is c. Writes
 * one[0 ... inputs-1], the neuron's weights, and one[inputs], its bias. */
void collapse(const double *w, const double *b, const double *v, double c,
              size_t inputs, size_t hidden, double *one);

#endif
