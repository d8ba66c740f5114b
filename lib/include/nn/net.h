/* net: a network of layers, as a function of one long vector.
 *
 * All weights and biases of a network lie in one array, params, and the
 * gradient of the loss by them in another of the same shape, grads. A
 * layer is a view into them. So an optimiser, a gradient check or a saved
 * model is a loop over net.params numbers and knows nothing of layers.
 *
 * With a the output of the layer below, [batch][inputs], a layer does
 *
 *   z = a W + b          W [inputs][outputs], b [outputs]
 *   a' = f(z)            both [batch][outputs]
 *
 * and a last layer with skip connections z = a W + x V + b, V
 * [net.inputs][outputs]. In params come W, b and V of the first layer,
 * then of the second, and so on, row after row.
 *
 * In training a layer may have dropout (Srivastava et al., 2014): the
 * layers above see a' m instead of a', where each number of the mask m
 * [batch] [outputs] is drawn for itself, 0 with probability p and else 1 /
 * (1 - p). So the mean of what they see is a', and in evaluation there is
 * nothing to scale.
 *
 * Weights stand [inputs][outputs]: the weight from neuron i to neuron j
 * is W[i][j], params[layer.weights + i * layer.outputs + j]. */
#ifndef NN_NET_H
#define NN_NET_H

#include <nn/activation.h>
#include <nn/loss.h>
#include <nn/real.h>
#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A program for floats and a library for doubles do not go together: so
 * the linker says it. */
#ifdef NN_REAL_IS_FLOAT
#define nn_net_new nn_net_new_float
#endif

typedef struct {
  size_t inputs, outputs;
  nn_activation activation;
  size_t weights; /* where W begins in params */
  size_t biases;  /* where b begins */
  size_t skips;   /* where V begins, if has_skips */
  bool has_skips;
  nn_real dropout; /* p, of its outputs; 0: none */
} nn_layer;

typedef struct {
  size_t inputs, outputs; /* numbers in an input and in an output */
  size_t depth;           /* layers */
  size_t params;          /* numbers in params and in grads */
  nn_layer *layer;        /* [depth] */
} nn_net;

/* ---- building one ----------------------------------------------------*/

/* A network of no layers yet, for inputs of so many numbers. */
nn_net nn_net_new(size_t inputs);
void nn_net_free(nn_net *net);

/* Adds a layer, every neuron of which sees all outputs of the layer
 * below. Requires outputs > 0. Ends the program with a message if there
 * is no memory, or if the network had more weights than can be counted. */
void nn_net_add(nn_net *net, size_t outputs, nn_activation activation);

/* Lets the last layer see the network's inputs as well. Requires two
 * layers or more; no layer may be added after it. */
void nn_net_add_skips(nn_net *net);

/* Gives the last layer dropout with this probability, 0 <= p < 1. Another
 * layer has to follow: the outputs of the network are never dropped. */
void nn_net_add_dropout(nn_net *net, nn_real p);

/* A vector of net->params zeros, for params or grads: nn_vector_new. */
nn_real *nn_net_vector(const nn_net *net);

/* ---- initial weights -------------------------------------------------*/

/* How the weights W (and V) are drawn; biases are 0 but for NN_CONSTANT
 * and NN_UNIFORM. n is a layer's inputs, m its outputs.
 *   NN_CONSTANT  scale, biases too
 *   NN_UNIFORM   from [-scale, scale), biases too
 *   NN_NORMAL    normal, standard deviation scale
 *   NN_XAVIER    from [-r, r), r = scale sqrt(6 / (n + m)) (Glorot, 2010)
 *   NN_HE        normal, standard deviation scale sqrt(2 / n) (He, 2015) */
typedef enum {
  NN_CONSTANT,
  NN_UNIFORM,
  NN_NORMAL,
  NN_XAVIER,
  NN_HE
} nn_initial;

/* Fills params. `rng` may be NULL for NN_CONSTANT. */
void nn_net_init(const nn_net *net, nn_real *params, nn_initial initial,
                 nn_real scale, nn_rng *rng);

/* ---- one pass over a batch -------------------------------------------*/

/* What a forward and a backward pass leave behind for a batch: of every
 * layer the sums z, the outputs a and delta = d loss / d z, each
 * [batch][outputs]. Made once; a training step allocates nothing. */
typedef struct {
  size_t capacity;     /* examples that it has room for */
  size_t batch;        /* examples of the last forward pass */
  size_t depth;        /* layers */
  const nn_real *x;    /* [batch][inputs]: the caller's own */
  nn_real **z;         /* z[l][example * outputs + neuron] */
  nn_real **a;         /* likewise */
  nn_real **delta;     /* likewise */
  nn_rng *rng;         /* draws the masks of dropout; NULL, as it is at
                          first: no dropout, for evaluation. To be left as
                          it is from a forward to its backward pass */
  nn_real **mask;      /* m of the layers with dropout, NULL of others */
  nn_real **dropped;   /* a m, likewise */
  nn_real *scratch;    /* for the kernels */
  const void *kernels; /* the loops that this processor runs best */
} nn_pass;

nn_pass nn_pass_new(const nn_net *net, size_t capacity);
void nn_pass_free(nn_pass *pass);

/* The outputs of the last layer, [batch][outputs]. */
const nn_real *nn_pass_output(const nn_pass *pass);

/* The forward pass: x [batch][inputs] must stay where it is until the
 * backward pass is done. Requires 0 < batch <= pass->capacity. */
void nn_net_forward(const nn_net *net, const nn_real *params,
                    const nn_real *x, size_t batch, nn_pass *pass);

/* The mean loss of the batch that was passed forward; t [batch][outputs].
 * Leaves delta of the last layer for the backward pass:
 *   delta = (1 / batch) dC/da f'(z)                                  BP1
 * Requires nn_loss_suits(loss, activation of the last layer). */
nn_real nn_net_loss(const nn_net *net, nn_pass *pass, nn_loss loss,
                    const nn_real *t);

/* The backward pass, after nn_net_loss: writes all of grads, and delta of
 * every layer.
 *   delta = (delta' W'^T) f'(z), with delta', W' of the layer above   BP2
 *   dC/db = sum of delta over the batch                               BP3
 *   dC/dW = a^T delta, a the outputs of the layer below               BP4
 */
void nn_net_backward(const nn_net *net, const nn_real *params,
                     nn_pass *pass, nn_real *grads);

/* After nn_net_backward: the slopes of the loss by the network's inputs,
 * dx [batch][inputs]. */
void nn_net_input_gradient(const nn_net *net, const nn_real *params,
                           nn_pass *pass, nn_real *dx);

/* In place of nn_net_backward, for a loop of your own that descends plainly
 * and has to be fast: the backward pass, and params -= learning_rate *
 * grads on the way, to the same bits but without a vector of grads to write
 * and read. Requires pass->batch <= NN_DESCEND_BATCH. */
#define NN_DESCEND_BATCH 256
void nn_net_descend(const nn_net *net, nn_real *params, nn_pass *pass,
                    nn_real learning_rate);

#ifdef __cplusplus
}
#endif

#endif
