#include "elementary_inline.h"

#include <assert.h>
#include <nn/elementary.h>
#include <nn/loss.h>

const char *nn_loss_name(nn_loss loss) {
  static const char *const names[NN_LOSSES] = {
      [NN_QUADRATIC] = "quadratic",
      [NN_ABSOLUTE] = "absolute",
      [NN_HUBER] = "huber",
      [NN_BINARY_CROSS_ENTROPY] = "binary-cross-entropy",
      [NN_SOFTMAX_CROSS_ENTROPY] = "softmax-cross-entropy",
  };
  assert(loss < NN_LOSSES);
  return names[loss];
}

bool nn_loss_reads_logits(nn_loss loss) {
  return loss == NN_BINARY_CROSS_ENTROPY ||
         loss == NN_SOFTMAX_CROSS_ENTROPY;
}

bool nn_loss_suits(nn_loss loss, nn_activation activation) {
  if (loss == NN_BINARY_CROSS_ENTROPY)
    return activation == NN_IDENTITY || activation == NN_SIGMOID;
  if (loss == NN_SOFTMAX_CROSS_ENTROPY)
    return activation == NN_IDENTITY || activation == NN_SOFTMAX;
  return true;
}

/* ---- losses of the output --------------------------------------------*/

static nn_real size_of(nn_real x) {
  return x < 0 ? -x : x;
}

static nn_real sign_of(nn_real x) {
  return (nn_real)(x > 0) - (nn_real)(x < 0);
}

static nn_real quadratic(size_t n, const nn_real *a, const nn_real *t) {
  nn_real sum = 0;
  for (size_t i = 0; i < n; i++) sum += (a[i] - t[i]) * (a[i] - t[i]);
  return sum / 2;
}

static nn_real absolute(size_t n, const nn_real *a, const nn_real *t) {
  nn_real sum = 0;
  for (size_t i = 0; i < n; i++) sum += size_of(a[i] - t[i]);
  return sum;
}

static nn_real huber(size_t n, const nn_real *a, const nn_real *t) {
  nn_real sum = 0;
  for (size_t i = 0; i < n; i++) {
    nn_real error = size_of(a[i] - t[i]);
    sum += error <= 1 ? error * error / 2 : error - REAL(0.5);
  }
  return sum;
}

static nn_real limited(nn_real x, nn_real low, nn_real high) {
  return x < low ? low : x > high ? high : x;
}

/* ---- losses of the logits --------------------------------------------*/

/* -t log s - (1 - t) log(1 - s) is softplus(z) - t z. Of the two, the
 * one with the smaller logarithm keeps its digits. */
static nn_real binary_cross_entropy(size_t n, const nn_real *z,
                                    const nn_real *t) {
  nn_real sum = 0;
  for (size_t i = 0; i < n; i++)
    sum +=
        (1 - t[i]) * inline_softplus(z[i]) + t[i] * inline_softplus(-z[i]);
  return sum;
}

static nn_real largest_of(size_t n, const nn_real *z) {
  nn_real largest = z[0];
  for (size_t i = 1; i < n; i++) largest = z[i] > largest ? z[i] : largest;
  return largest;
}

/* -log s_i is log(sum of e^z) - z_i. */
static nn_real softmax_cross_entropy(size_t n, const nn_real *z,
                                     const nn_real *t) {
  nn_real largest = largest_of(n, z), sum = 0, loss = 0;
  for (size_t i = 0; i < n; i++) sum += nn_exp(z[i] - largest);
  nn_real log_sum = nn_log(sum);
  for (size_t i = 0; i < n; i++)
    if (t[i] != 0) loss += t[i] * (log_sum + (largest - z[i]));
  return loss;
}

static void softmax_gradient(size_t n, const nn_real *z, const nn_real *t,
                             nn_real *gradient) {
  nn_real largest = largest_of(n, z), sum = 0;
  for (size_t i = 0; i < n; i++) gradient[i] = nn_exp(z[i] - largest);
  for (size_t i = 0; i < n; i++) sum += gradient[i];
  for (size_t i = 0; i < n; i++) gradient[i] = gradient[i] / sum - t[i];
}

/* ---- by name ---------------------------------------------------------*/

nn_real nn_loss_value(nn_loss loss, size_t n, const nn_real *y,
                      const nn_real *t) {
  switch (loss) {
  case NN_QUADRATIC:
    return quadratic(n, y, t);
  case NN_ABSOLUTE:
    return absolute(n, y, t);
  case NN_HUBER:
    return huber(n, y, t);
  case NN_BINARY_CROSS_ENTROPY:
    return binary_cross_entropy(n, y, t);
  case NN_SOFTMAX_CROSS_ENTROPY:
    return softmax_cross_entropy(n, y, t);
  case NN_LOSSES:
    break;
  }
  assert(loss < NN_LOSSES);
  return 0;
}

void nn_loss_gradient(nn_loss loss, size_t n, const nn_real *y,
                      const nn_real *t, nn_real *gradient) {
  switch (loss) {
  case NN_QUADRATIC:
    for (size_t i = 0; i < n; i++) gradient[i] = y[i] - t[i];
    break;
  case NN_ABSOLUTE:
    for (size_t i = 0; i < n; i++) gradient[i] = sign_of(y[i] - t[i]);
    break;
  case NN_HUBER:
    for (size_t i = 0; i < n; i++)
      gradient[i] = limited(y[i] - t[i], -1, 1);
    break;
  case NN_BINARY_CROSS_ENTROPY:
    for (size_t i = 0; i < n; i++)
      gradient[i] = inline_sigmoid(y[i]) - t[i];
    break;
  case NN_SOFTMAX_CROSS_ENTROPY:
    softmax_gradient(n, y, t, gradient);
    break;
  case NN_LOSSES:
    assert(loss < NN_LOSSES);
  }
}
