/* loss: the one number that training makes small.
 *
 * For one example with output a, logits z and target t, of n numbers:
 *
 *   quadratic               1/2 sum of (a - t)^2
 *   absolute                sum of |a - t|
 *   huber                   sum of 1/2 (a - t)^2 where |a - t| <= 1,
 *                           |a - t| - 1/2 beyond
 *   binary-cross-entropy    - sum of t log s + (1 - t) log(1 - s),
 *                           s = sigmoid(z)
 *   softmax-cross-entropy   - sum of t_i log s_i, s = softmax(z); the
 *                           t_i are not negative and sum to 1
 *
 * The cross-entropies read the logits, the weighted sums z of the last
 * layer, and need no logarithm of a rounded probability: they are finite
 * wherever differences of z are. Over a batch a loss is the mean of its
 * examples'. */
#ifndef NN_LOSS_H
#define NN_LOSS_H

#include <nn/activation.h>
#include <nn/real.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  NN_QUADRATIC,
  NN_ABSOLUTE,
  NN_HUBER,
  NN_BINARY_CROSS_ENTROPY,
  NN_SOFTMAX_CROSS_ENTROPY,
  NN_LOSSES /* how many there are */
} nn_loss;

/* The name as above; a string that lives for ever. */
const char *nn_loss_name(nn_loss loss);

/* Does this loss read the logits z, and not the output a? */
bool nn_loss_reads_logits(nn_loss loss);

/* May a last layer with this activation have this loss? The binary
 * cross-entropy goes with identity or sigmoid, that of softmax with
 * identity or softmax, any other loss with any activation. */
bool nn_loss_suits(nn_loss loss, nn_activation activation);

/* The loss of one example. y [n] is the output a, or the logits z for a
 * loss that reads them; t [n] is the target. */
nn_real nn_loss_value(nn_loss loss, size_t n, const nn_real *y,
                      const nn_real *t);

/* Its slopes: gradient_i = d loss / d y_i, [n]. */
void nn_loss_gradient(nn_loss loss, size_t n, const nn_real *y,
                      const nn_real *t, nn_real *gradient);

#ifdef __cplusplus
}
#endif

#endif
