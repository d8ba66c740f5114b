#ifndef LAYER_H
#define LAYER_H

#include <stddef.h>

/* The slopes of the loss with respect to the weights and biases of one
 * layer, for a batch. The layer has n inputs and m neurons.
 * inputs[r * n + i] is input i in example r, delta[r * m + j] is dC/dz of
 * neuron j in example r, where C is the mean loss of the batch: the 1/batch
 * is in delta already. Fills dw[i * m + j], the slope with respect to the
 * weight from input i to neuron j, and db[j], that with respect to neuron
 * j's bias. */
void layer_slopes(size_t batch, size_t n, size_t m, const double *inputs,
                  const double *delta, double *dw, double *db);

#endif
