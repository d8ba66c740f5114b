/* shapes: do the examples have as many numbers as the network? */
#ifndef NN_SHAPES_H
#define NN_SHAPES_H

#include <nn/dataset.h>
#include <nn/net.h>

/* Ends the program in the name of `function` where there are no examples,
 * or where they have another shape than the network; `which` is what they
 * are called, "data" or "validation data". */
void nn_require_shapes(const char *function, const nn_net *net,
                       const nn_dataset *data, const char *which);

#endif
