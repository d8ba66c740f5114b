/* net_graph: a network drawn with the numbers that are in it. */
#ifndef NN_NET_GRAPH_H
#define NN_NET_GRAPH_H

#include <nn/net.h>
#include <nn/run.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Adds every input and neuron of the network to the graph, and an edge
 * for each weight, with its number, in the palette's colours for positive
 * and negative, which the book's build puts in, and the thicker the larger.
 *
 * With a pass, neurons show z and a of this example of its batch, and,
 * with grads, weights and neurons the slopes of the loss as well. Both
 * may be NULL. Nodes are called x1, x2, ... and, for neuron j of layer l,
 * n1.1, n1.2, ... so that the caller can add to the drawing. */
void nn_net_graph(nn_graph *graph, const nn_net *net, const nn_real *params,
                  const nn_real *grads, const nn_pass *pass,
                  size_t example);

#ifdef __cplusplus
}
#endif

#endif
