#ifndef PARITY_H
#define PARITY_H

#include <stddef.h>

/* Writes the weights and biases of a network of step neurons into w. The
 * network has n > 0 inputs, each 0 or 1, one hidden layer of n neurons, and
 * one output, which fires if an odd number of the inputs are 1. The order
 * of these n * n + 2 * n + 1 numbers: from the first input to all hidden
 * neurons, from the second to all, and so on; the biases of the hidden
 * neurons; from all hidden neurons to the output; the output's bias. */
void parity(size_t n, double *w);

/* The same for an output that fires if wanted[k] is 1, where k is how many
 * of the inputs are 1. `wanted` has n + 1 elements, each 0 or 1. */
void by_count(const double *wanted, size_t n, double *w);

/* How many hidden neurons the chapter's recipe for any function takes for
 * the parity of n inputs, if it makes them only for those rows of the
 * table that want a 1. n is 1 to 50. */
double table_neurons(size_t n);

#endif
