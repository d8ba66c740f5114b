/* activations: f(z) and f'(z), a layer at a time. */
#ifndef NN_KERNELS_ACTIVATIONS_H
#define NN_KERNELS_ACTIVATIONS_H

#include "../elementary_inline.h"
#include "rows.h"
#include "vector.h"

#include <nn/activation.h>
#include <string.h>

#define LEAK ((nn_real)0.01)

/* f(z), but for softmax. What is no number stays none, in place of being
 * taken for one that is not above 0. */
static inline nn_real value_of(nn_activation f, nn_real z) {
  switch (f) {
  case NN_STEP:
    return z > 0 ? 1 : z <= 0 ? 0 : z;
  case NN_SIGMOID:
    return inline_sigmoid(z);
  case NN_TANH:
    return inline_tanh(z);
  case NN_RELU:
    return z <= 0 ? 0 : z;
  case NN_LEAKY_RELU:
    return z > 0 ? z : LEAK * z;
  case NN_SOFTPLUS:
    return inline_softplus(z);
  default:
    return z;
  }
}

/* f'(z), where a = f(z), but for softmax. */
static inline nn_real slope_of(nn_activation f, nn_real z, nn_real a) {
  switch (f) {
  case NN_STEP:
    return 0;
  case NN_SIGMOID:
    return a * (1 - a);
  case NN_TANH:
    return 1 - a * a;
  case NN_RELU:
    return z > 0 ? 1 : 0;
  case NN_LEAKY_RELU:
    return z > 0 ? 1 : LEAK;
  case NN_SOFTPLUS:
    return inline_sigmoid(z);
  default:
    return 1;
  }
}

/* What is left over of a layer becomes a whole vector, unless it is hardly
 * worth one: then one by one. */
INLINED void activate_known(nn_activation f, size_t count, const nn_real *z,
                            nn_real *a) {
  size_t whole = count / LANES * LANES, rest = count - whole;
  for (size_t i = 0; i < whole; i++) a[i] = value_of(f, z[i]);
  if (LANES <= FEW || rest < FEW) {
    for (size_t i = whole; i < count; i++) {
      ONE_BY_ONE(i);
      a[i] = value_of(f, z[i]);
    }
    return;
  }
  nn_real part[LANES] = {0};
  memcpy(part, z + whole, rest * sizeof *part);
  for (size_t i = 0; i < LANES; i++) part[i] = value_of(f, part[i]);
  memcpy(a + whole, part, rest * sizeof *part);
}

INLINED void backward_known(nn_activation f, size_t count, const nn_real *z,
                            const nn_real *a, nn_real *delta) {
  for (size_t i = 0; i < count; i++) delta[i] *= slope_of(f, z[i], a[i]);
}

/* A compiler that knows which activation it is can make vectors of its
 * loop: so there is a function for each. */
#define KNOWN(name, f)                                                     \
  static NOINLINE void activate_##name(size_t count, const nn_real *z,     \
                                       nn_real *a) {                       \
    activate_known(f, count, z, a);                                        \
  }                                                                        \
  static NOINLINE void backward_##name(size_t count, const nn_real *z,     \
                                       const nn_real *a, nn_real *delta) { \
    backward_known(f, count, z, a, delta);                                 \
  }
KNOWN(identity, NN_IDENTITY)
KNOWN(step, NN_STEP)
KNOWN(sigmoid, NN_SIGMOID)
KNOWN(tanh, NN_TANH)
KNOWN(relu, NN_RELU)
KNOWN(leaky_relu, NN_LEAKY_RELU)
KNOWN(softplus, NN_SOFTPLUS)

/* The largest z is taken away first, or e^z might be infinite. */
static void softmax_row(size_t n, const nn_real *z, nn_real *a) {
  nn_real largest = z[0], sum = 0;
  for (size_t i = 1; i < n; i++) largest = z[i] > largest ? z[i] : largest;
  for (size_t i = 0; i < n; i++) a[i] = inline_exp(z[i] - largest);
  for (size_t i = 0; i < n; i++) sum += a[i];
  for (size_t i = 0; i < n; i++) a[i] /= sum;
}

static void softmax_backward_row(size_t n, const nn_real *a,
                                 nn_real *delta) {
  nn_real mean = 0;
  for (size_t i = 0; i < n; i++) mean = fused_one(a[i], delta[i], mean);
  for (size_t i = 0; i < n; i++) delta[i] = a[i] * (delta[i] - mean);
}

static NOINLINE void softmax(size_t rows, size_t n, const nn_real *z,
                             nn_real *a) {
  for (size_t row = 0; row < rows; row++)
    softmax_row(n, z + row * n, a + row * n);
}

static NOINLINE void softmax_backward(size_t rows, size_t n,
                                      const nn_real *a, nn_real *delta) {
  for (size_t row = 0; row < rows; row++)
    softmax_backward_row(n, a + row * n, delta + row * n);
}

/* All but softmax look at one neuron at a time. */
static void activate(nn_activation f, size_t rows, size_t n,
                     const nn_real *z, nn_real *a) {
  static void (*const of[])(size_t, const nn_real *, nn_real *) = {
      [NN_IDENTITY] = activate_identity,
      [NN_STEP] = activate_step,
      [NN_SIGMOID] = activate_sigmoid,
      [NN_TANH] = activate_tanh,
      [NN_RELU] = activate_relu,
      [NN_LEAKY_RELU] = activate_leaky_relu,
      [NN_SOFTPLUS] = activate_softplus,
  };
  if (f == NN_SOFTMAX)
    softmax(rows, n, z, a);
  else
    of[f](rows * n, z, a);
}

static void activation_backward(nn_activation f, size_t rows, size_t n,
                                const nn_real *z, const nn_real *a,
                                nn_real *delta) {
  static void (*const of[])(size_t, const nn_real *, const nn_real *,
                            nn_real *) = {
      [NN_IDENTITY] = backward_identity,
      [NN_STEP] = backward_step,
      [NN_SIGMOID] = backward_sigmoid,
      [NN_TANH] = backward_tanh,
      [NN_RELU] = backward_relu,
      [NN_LEAKY_RELU] = backward_leaky_relu,
      [NN_SOFTPLUS] = backward_softplus,
  };
  if (f == NN_SOFTMAX)
    softmax_backward(rows, n, a, delta);
  else
    of[f](rows * n, z, a, delta);
}

#endif
