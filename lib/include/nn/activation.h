/* activation: what a neuron makes of its weighted sum z.
 *
 *   identity     z
 *   step         1 if z > 0, else 0; its slope is 0: nothing learns
 *   sigmoid      1 / (1 + e^-z)
 *   tanh         (e^z - e^-z) / (e^z + e^-z)
 *   relu         z if z > 0, else 0
 *   leaky-relu   z if z > 0, else 0.01 z
 *   softplus     log(1 + e^z)
 *   softmax      e^z_i / (sum of e^z over the layer)
 *
 * At their kink relu and leaky-relu have the slope of the left side. */
#ifndef NN_ACTIVATION_H
#define NN_ACTIVATION_H

#include <nn/real.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  NN_IDENTITY,
  NN_STEP,
  NN_SIGMOID,
  NN_TANH,
  NN_RELU,
  NN_LEAKY_RELU,
  NN_SOFTPLUS,
  NN_SOFTMAX,
  NN_ACTIVATIONS /* how many there are */
} nn_activation;

/* The name as above; a string that lives for ever. */
const char *nn_activation_name(nn_activation activation);

/* Finds the activation of this name; false if there is none. */
bool nn_activation_named(const char *name, nn_activation *activation);

/* a = f(z) for one layer of n neurons. z and a may be the same array. */
void nn_activate(nn_activation activation, size_t n, const nn_real *z,
                 nn_real *a);

/* Turns the slopes of the loss by a into those by z, for one layer of n
 * neurons: delta_i becomes delta_i f'(z_i), for softmax
 * a_i (delta_i - sum over j of a_j delta_j). */
void nn_activation_backward(nn_activation activation, size_t n,
                            const nn_real *z, const nn_real *a,
                            nn_real *delta);

#ifdef __cplusplus
}
#endif

#endif
