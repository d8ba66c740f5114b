#ifndef SKIP_H
#define SKIP_H

#include <stddef.h>

/* A network of n inputs with one hidden neuron and skip connections. */
typedef struct {
  const double *to_hidden; /* [n] from the inputs to the hidden neuron */
  double hidden_bias;
  double from_hidden;      /* from the hidden neuron to the output */
  const double *to_output; /* [n] from the inputs straight to the output */
  double output_bias;
} skipping_net;

/* What the network answers to the input x [n]: 1 if its output fires, else
 * 0. Both neurons fire if their sum is greater than 0. */
double answer(const skipping_net *net, const double *x, size_t n);

#endif
