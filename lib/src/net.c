#include "kernels/kernels.h"
#include "require.h"

#include <math.h>
#include <nn/net.h>
#include <nn/vector.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- building one ----------------------------------------------------*/

static void stop(const char *problem) {
  fprintf(stderr, "nn: %s\n", problem);
  exit(EXIT_FAILURE);
}

static void *allocated(void *memory) {
  if (!memory) stop("no memory for a network");
  return memory;
}

nn_net nn_net_new(size_t inputs) {
  return (nn_net){.inputs = inputs, .outputs = inputs};
}

void nn_net_free(nn_net *net) {
  free(net->layer);
  *net = (nn_net){0};
}

/* Where the next inputs x outputs numbers of params begin. */
static size_t claim(nn_net *net, size_t inputs, size_t outputs) {
  size_t begin = net->params, most = SIZE_MAX / sizeof(nn_real) - begin;
  if (inputs > most / outputs) stop("a network with too many weights");
  net->params += inputs * outputs;
  return begin;
}

void nn_net_add(nn_net *net, size_t outputs, nn_activation activation) {
  nn_require(outputs > 0, "a layer needs at least one output");
  nn_require(activation < NN_ACTIVATIONS, "%d is no activation",
             (int)activation);
  nn_require(!net->depth || !net->layer[net->depth - 1].has_skips,
             "the last layer has skip connections: no layer may follow it");
  size_t depth = net->depth + 1;
  net->layer = allocated(realloc(net->layer, depth * sizeof *net->layer));
  net->layer[net->depth] = (nn_layer){
      .inputs = net->outputs,
      .outputs = outputs,
      .activation = activation,
      .weights = claim(net, net->outputs, outputs),
      .biases = claim(net, 1, outputs),
  };
  net->depth = depth;
  net->outputs = outputs;
}

void nn_net_add_skips(nn_net *net) {
  nn_require(net->depth >= 2,
             "skip connections need two layers or more: call nn_net_add "
             "first");
  nn_layer *last = &net->layer[net->depth - 1];
  nn_require(!last->has_skips,
             "the last layer has skip connections already");
  last->skips = claim(net, net->inputs, last->outputs);
  last->has_skips = true;
}

void nn_net_add_dropout(nn_net *net, nn_real p) {
  nn_require(net->depth > 0,
             "the network has no layers: call nn_net_add first");
  nn_require(0 <= p && p < 1,
             "the probability is %g: it must be at least 0 and below 1",
             (double)p);
  net->layer[net->depth - 1].dropout = p;
}

nn_real *nn_net_vector(const nn_net *net) {
  return nn_vector_new(net->params);
}

/* ---- initial weights -------------------------------------------------*/

static nn_real drawn(nn_initial initial, nn_real scale, size_t inputs,
                     size_t outputs, nn_rng *rng) {
  double n = (double)inputs, m = (double)outputs;
  nn_real range = scale * (nn_real)sqrt(6 / (n + m));
  switch (initial) {
  case NN_UNIFORM:
    return nn_rng_between(rng, -scale, scale);
  case NN_NORMAL:
    return scale * nn_rng_normal(rng);
  case NN_XAVIER:
    return nn_rng_between(rng, -range, range);
  case NN_HE:
    return scale * (nn_real)sqrt(2 / n) * nn_rng_normal(rng);
  case NN_CONSTANT:
    break;
  }
  return scale;
}

void nn_net_init(const nn_net *net, nn_real *params, nn_initial initial,
                 nn_real scale, nn_rng *rng) {
  nn_require(rng || initial == NN_CONSTANT,
             "rng is NULL, but all initial weights except NN_CONSTANT are "
             "random: make a generator with nn_rng_seeded");
  bool biased = initial == NN_CONSTANT || initial == NN_UNIFORM;
  for (const nn_layer *l = net->layer; l < net->layer + net->depth; l++) {
    size_t n = l->inputs, m = l->outputs;
    nn_real *w = params + l->weights, *b = params + l->biases;
    for (size_t i = 0; i < n * m; i++)
      w[i] = drawn(initial, scale, n, m, rng);
    for (size_t j = 0; j < m; j++)
      b[j] = biased ? drawn(initial, scale, n, m, rng) : 0;
    for (size_t i = 0; l->has_skips && i < net->inputs * m; i++)
      params[l->skips + i] = drawn(initial, scale, net->inputs, m, rng);
  }
}

/* ---- a pass ----------------------------------------------------------*/

static nn_real **new_blocks(const nn_net *net, size_t rows) {
  nn_real **blocks = allocated(calloc(net->depth, sizeof *blocks));
  for (size_t l = 0; l < net->depth; l++)
    blocks[l] = nn_vector_new(rows * net->layer[l].outputs);
  return blocks;
}

/* Blocks for the layers with dropout; NULL for the others. */
static nn_real **new_dropout_blocks(const nn_net *net, size_t rows) {
  nn_real **blocks = allocated(calloc(net->depth, sizeof *blocks));
  for (size_t l = 0; l < net->depth; l++)
    if (net->layer[l].dropout > 0)
      blocks[l] = nn_vector_new(rows * net->layer[l].outputs);
  return blocks;
}

static void free_blocks(size_t depth, nn_real **blocks) {
  for (size_t l = 0; l < depth; l++) nn_vector_free(blocks[l]);
  free(blocks);
}

static size_t widest(const nn_net *net) {
  size_t width = net->inputs;
  for (size_t l = 0; l < net->depth; l++)
    if (net->layer[l].outputs > width) width = net->layer[l].outputs;
  return width;
}

nn_pass nn_pass_new(const nn_net *net, size_t capacity) {
  nn_require(net->depth > 0,
             "the network has no layers: call nn_net_add first");
  nn_require(capacity > 0, "the capacity is 0: it must be the size of the "
                           "largest batch");
  nn_require(net->layer[net->depth - 1].dropout == 0,
             "the last layer has dropout, but a network's outputs are "
             "never dropped: add another layer");
  return (nn_pass){
      .capacity = capacity,
      .depth = net->depth,
      .z = new_blocks(net, capacity),
      .a = new_blocks(net, capacity),
      .delta = new_blocks(net, capacity),
      .mask = new_dropout_blocks(net, capacity),
      .dropped = new_dropout_blocks(net, capacity),
      .scratch = nn_vector_new(nn_kernels_scratch(widest(net))),
      .kernels = nn_kernels_best(),
  };
}

void nn_pass_free(nn_pass *pass) {
  free_blocks(pass->depth, pass->z);
  free_blocks(pass->depth, pass->a);
  free_blocks(pass->depth, pass->delta);
  free_blocks(pass->depth, pass->mask);
  free_blocks(pass->depth, pass->dropped);
  nn_vector_free(pass->scratch);
  *pass = (nn_pass){0};
}

const nn_real *nn_pass_output(const nn_pass *pass) {
  return pass->a[pass->depth - 1];
}

/* Do the layers above see the outputs of layer l through a mask? */
static bool is_dropped(size_t l, const nn_pass *pass) {
  return pass->rng && pass->mask[l];
}

/* What layer l of the network sees: [batch][inputs]. */
static const nn_real *seen_by(size_t l, const nn_pass *pass) {
  if (l == 0) return pass->x;
  return is_dropped(l - 1, pass) ? pass->dropped[l - 1] : pass->a[l - 1];
}

/* ---- dropout ---------------------------------------------------------*/

/* Draws a mask for the outputs of layer i, and drops them by it. */
static void drop(const nn_net *net, nn_pass *pass, size_t i) {
  const nn_layer *l = &net->layer[i];
  const nn_real *a = pass->a[i], kept = 1 / (1 - l->dropout);
  nn_real *mask = pass->mask[i], *dropped = pass->dropped[i];
  for (size_t k = 0; k < pass->batch * l->outputs; k++) {
    mask[k] = nn_rng_uniform(pass->rng) < l->dropout ? 0 : kept;
    dropped[k] = a[k] * mask[k];
  }
}

/* Turns the slopes by what the layers above saw of layer i into those by
 * its outputs. */
static void drop_backward(const nn_net *net, nn_pass *pass, size_t i) {
  const nn_real *mask = pass->mask[i];
  nn_real *delta = pass->delta[i];
  for (size_t k = 0; k < pass->batch * net->layer[i].outputs; k++)
    delta[k] *= mask[k];
}

/* ---- forward ---------------------------------------------------------*/

static void require_room(const char *function, const nn_net *net,
                         size_t batch, const nn_pass *pass) {
  if (batch == 0 || batch > pass->capacity)
    nn_refuse(function,
              "a batch of %zu examples, but the pass has room for 1 to "
              "%zu: give nn_pass_new the size of the largest batch",
              batch, pass->capacity);
  if (pass->depth != net->depth)
    nn_refuse(
        function,
        "the pass was made for a network of depth %zu, but this one has "
        "depth %zu: make the pass after the last layer is added",
        pass->depth, net->depth);
}

void nn_net_forward(const nn_net *net, const nn_real *params,
                    const nn_real *x, size_t batch, nn_pass *pass) {
  require_room(__func__, net, batch, pass);
  const nn_kernels *k = pass->kernels;
  pass->x = x;
  pass->batch = batch;

  for (size_t i = 0; i < net->depth; i++) {
    const nn_layer *l = &net->layer[i];
    k->forward(batch, l->inputs, l->outputs, seen_by(i, pass),
               params + l->weights, params + l->biases, pass->z[i],
               pass->scratch);
    if (l->has_skips)
      k->forward(batch, net->inputs, l->outputs, x, params + l->skips, NULL,
                 pass->z[i], pass->scratch);
    k->activate(l->activation, batch, l->outputs, pass->z[i], pass->a[i]);
    if (is_dropped(i, pass)) drop(net, pass, i);
  }
}

/* ---- loss ------------------------------------------------------------*/

static void require_suits(const char *function, nn_loss loss,
                          nn_activation last) {
  if (!nn_loss_suits(loss, last))
    nn_refuse(function,
              "the loss %s goes with a last layer of identity or %s, but "
              "this network's is %s",
              nn_loss_name(loss),
              loss == NN_BINARY_CROSS_ENTROPY ? "sigmoid" : "softmax",
              nn_activation_name(last));
}

nn_real nn_net_loss(const nn_net *net, nn_pass *pass, nn_loss loss,
                    const nn_real *t) {
  size_t last = net->depth - 1, n = net->outputs, batch = pass->batch;
  nn_activation activation = net->layer[last].activation;
  require_suits(__func__, loss, activation);
  bool logits = nn_loss_reads_logits(loss);
  const nn_real *y = logits ? pass->z[last] : pass->a[last];
  nn_real *delta = pass->delta[last], sum = 0;

  for (size_t row = 0; row < batch; row++) {
    const nn_real *y_row = y + row * n, *t_row = t + row * n;
    sum += nn_loss_value(loss, n, y_row, t_row);
    nn_loss_gradient(loss, n, y_row, t_row, delta + row * n);
  }
  if (!logits) {
    const nn_kernels *k = pass->kernels;
    k->activation_backward(activation, batch, n, pass->z[last],
                           pass->a[last], delta);
  }
  for (size_t i = 0; batch > 1 && i < batch * n; i++)
    delta[i] /= (nn_real)batch;
  return sum / (nn_real)batch;
}

/* ---- backward --------------------------------------------------------*/

/* BP2: delta of the layer below layer i. */
static void backward_below(const nn_net *net, const nn_real *params,
                           nn_pass *pass, size_t i) {
  const nn_kernels *k = pass->kernels;
  const nn_layer *l = &net->layer[i], *below = &net->layer[i - 1];
  k->inputs_gradient(pass->batch, l->inputs, l->outputs, pass->delta[i],
                     params + l->weights, pass->delta[i - 1], 0,
                     pass->scratch);
  if (is_dropped(i - 1, pass)) drop_backward(net, pass, i - 1);
  k->activation_backward(below->activation, pass->batch, below->outputs,
                         pass->z[i - 1], pass->a[i - 1],
                         pass->delta[i - 1]);
}

void nn_net_backward(const nn_net *net, const nn_real *params,
                     nn_pass *pass, nn_real *grads) {
  const nn_kernels *k = pass->kernels;
  for (size_t i = net->depth; i-- > 0;) {
    const nn_layer *l = &net->layer[i];
    k->weights_gradient(pass->batch, l->inputs, l->outputs,
                        seen_by(i, pass), pass->delta[i],
                        grads + l->weights, grads + l->biases,
                        pass->scratch);
    if (l->has_skips)
      k->weights_gradient(pass->batch, net->inputs, l->outputs, pass->x,
                          pass->delta[i], grads + l->skips, NULL,
                          pass->scratch);
    if (i > 0) backward_below(net, params, pass, i);
  }
}

void nn_net_input_gradient(const nn_net *net, const nn_real *params,
                           nn_pass *pass, nn_real *dx) {
  const nn_kernels *k = pass->kernels;
  size_t last = net->depth - 1;
  const nn_layer *l = &net->layer[0], *top = &net->layer[last];
  k->inputs_gradient(pass->batch, l->inputs, l->outputs, pass->delta[0],
                     params + l->weights, dx, 0, pass->scratch);
  if (top->has_skips)
    k->inputs_gradient(pass->batch, net->inputs, top->outputs,
                       pass->delta[last], params + top->skips, dx, 1,
                       pass->scratch);
}

/* The weights of a layer change only when the layer below has had its
 * delta from them. */
void nn_net_descend(const nn_net *net, nn_real *params, nn_pass *pass,
                    nn_real learning_rate) {
  nn_require(pass->batch <= NN_DESCEND_BATCH,
             "a batch of %zu examples, but the most is %d: for larger "
             "ones use nn_net_backward and nn_optimizer_step",
             pass->batch, NN_DESCEND_BATCH);
  const nn_kernels *k = pass->kernels;
  for (size_t i = net->depth; i-- > 0;) {
    const nn_layer *l = &net->layer[i];
    if (i > 0) backward_below(net, params, pass, i);
    k->descend(pass->batch, l->inputs, l->outputs, learning_rate,
               seen_by(i, pass), pass->delta[i], params + l->weights,
               params + l->biases, pass->scratch);
    if (l->has_skips)
      k->descend(pass->batch, net->inputs, l->outputs, learning_rate,
                 pass->x, pass->delta[i], params + l->skips, NULL,
                 pass->scratch);
  }
}
