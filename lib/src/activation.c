#include "kernels/kernels.h"

#include <assert.h>
#include <string.h>

static const char *const names[NN_ACTIVATIONS] = {
    [NN_IDENTITY] = "identity", [NN_STEP] = "step",
    [NN_SIGMOID] = "sigmoid",   [NN_TANH] = "tanh",
    [NN_RELU] = "relu",         [NN_LEAKY_RELU] = "leaky-relu",
    [NN_SOFTPLUS] = "softplus", [NN_SOFTMAX] = "softmax",
};

const char *nn_activation_name(nn_activation activation) {
  assert(activation < NN_ACTIVATIONS);
  return names[activation];
}

bool nn_activation_named(const char *name, nn_activation *activation) {
  for (int i = 0; i < NN_ACTIVATIONS; i++)
    if (strcmp(name, names[i]) == 0) {
      *activation = (nn_activation)i;
      return true;
    }
  return false;
}

void nn_activate(nn_activation activation, size_t n, const nn_real *z,
                 nn_real *a) {
  nn_kernels_best()->activate(activation, 1, n, z, a);
}

void nn_activation_backward(nn_activation activation, size_t n,
                            const nn_real *z, const nn_real *a,
                            nn_real *delta) {
  nn_kernels_best()->activation_backward(activation, 1, n, z, a, delta);
}
