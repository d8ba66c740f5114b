/* The network in numbers, live: forward and backward one step at a time,
 * with the reader's inputs and target. */
#define main chapter_main
#include "../../chapters/04-chain/chain.c"
#undef main

#include "live.h"

static layer layers[SMALL_DEPTH];
static nn_real slopes[SMALL_PARAMS], input[2], target[1];

LIVE(set) void live_set(nn_real x1, nn_real x2, nn_real t) {
  layers_over(small_params, slopes, small_width, SMALL_DEPTH, layers);
  input[0] = x1;
  input[1] = x2;
  target[0] = t;
  forward(layers, SMALL_DEPTH, input);
  backward(layers, SMALL_DEPTH, input, target);
}

LIVE(loss) nn_real live_loss(void) {
  nn_real error = layers[SMALL_DEPTH - 1].a[0] - target[0];
  return error * error / 2;
}

/* Layers and neurons count from 0; layer 0 is the first hidden one. */
LIVE(depth) size_t live_depth(void) {
  return SMALL_DEPTH;
}

LIVE(inputs) size_t live_inputs(size_t l) {
  return layers[l].inputs;
}

LIVE(outputs) size_t live_outputs(size_t l) {
  return layers[l].outputs;
}

LIVE(z) nn_real live_z(size_t l, size_t j) {
  return layers[l].z[j];
}

LIVE(a) nn_real live_a(size_t l, size_t j) {
  return layers[l].a[j];
}

LIVE(delta) nn_real live_delta(size_t l, size_t j) {
  return layers[l].delta[j];
}

/* The derivative of the sigmoid at the neuron's sum. */
LIVE(derivative) nn_real live_derivative(size_t l, size_t j) {
  return layers[l].a[j] * (1 - layers[l].a[j]);
}

/* The weight from neuron i of the layer before, the bias, and the loss's
 * partial derivatives with respect to them. */
LIVE(weight) nn_real live_weight(size_t l, size_t i, size_t j) {
  return layers[l].w[i * layers[l].outputs + j];
}

LIVE(weight_slope) nn_real live_weight_slope(size_t l, size_t i, size_t j) {
  return layers[l].dw[i * layers[l].outputs + j];
}

LIVE(bias) nn_real live_bias(size_t l, size_t j) {
  return layers[l].b[j];
}

LIVE(bias_slope) nn_real live_bias_slope(size_t l, size_t j) {
  return layers[l].db[j];
}

/* The chapter's example, and some others. */
size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int turn = 0; turn < 3; turn++) {
    live_set(1 - (nn_real)turn, 2, (nn_real)turn / 2);
    numbers[count++] = (double)live_loss();
    for (size_t l = 0; l < live_depth(); l++)
      for (size_t j = 0; j < live_outputs(l) && count + 8 < most; j++) {
        numbers[count++] = (double)live_z(l, j);
        numbers[count++] = (double)live_a(l, j);
        numbers[count++] = (double)live_delta(l, j);
        numbers[count++] = (double)live_bias_slope(l, j);
        for (size_t i = 0; i < live_inputs(l); i++)
          numbers[count++] = (double)live_weight_slope(l, i, j);
      }
  }
  return count;
}
