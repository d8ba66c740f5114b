/* Two losses of one neuron and their slopes, live: the sum z and the target
 * are the reader's. */
#define main chapter_main
#include "../../chapters/03-losses/losses.c"
#undef main

#include "live.h"

LIVE(output) nn_real live_output(nn_real z) {
  return sigmoid(z);
}

LIVE(quadratic) nn_real live_quadratic(nn_real z, nn_real t) {
  nn_real a = sigmoid(z);
  return nn_loss_value(NN_QUADRATIC, 1, &a, &t);
}

LIVE(entropy) nn_real live_entropy(nn_real z, nn_real t) {
  return nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &z, &t);
}

LIVE(quadratic_slope) nn_real live_quadratic_slope(nn_real z, nn_real t) {
  return quadratic_slope(sigmoid(z), t);
}

LIVE(entropy_slope) nn_real live_entropy_slope(nn_real z, nn_real t) {
  return cross_entropy_slope(sigmoid(z), t);
}

size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int t = 0; t < 2; t++)
    for (int i = -60; i <= 60 && count + 5 < most; i++) {
      nn_real z = (nn_real)i / 10;
      numbers[count++] = (double)live_output(z);
      numbers[count++] = (double)live_quadratic(z, (nn_real)t);
      numbers[count++] = (double)live_entropy(z, (nn_real)t);
      numbers[count++] = (double)live_quadratic_slope(z, (nn_real)t);
      numbers[count++] = (double)live_entropy_slope(z, (nn_real)t);
    }
  return count;
}
