/* One set of kernels: compiled once for each instruction set. */
#include "activations.h"
#include "kernels.h"
#include "product.h"
#include "rows.h"

#include <string.h>

/* ---- a layer ---------------------------------------------------------*/

static NOINLINE void forward_batch(size_t batch, size_t in, size_t out,
                                   const nn_real *x, const nn_real *w,
                                   const nn_real *b, nn_real *z,
                                   nn_real *scratch) {
  for (size_t row = 0; row < batch && b; row++)
    memcpy(z + row * out, b, out * sizeof *z);
  multiply(batch, out, in, (factor){x, in, 1}, (factor){w, out, 1}, z, ADD,
           0, scratch);
}

static void forward(size_t batch, size_t in, size_t out, const nn_real *x,
                    const nn_real *w, const nn_real *b, nn_real *z,
                    nn_real *scratch) {
  if (batch > 1)
    forward_batch(batch, in, out, x, w, b, z, scratch);
  else if (out < FEW)
    forward_few(in, out, 0, x, w, b ? b : z, z);
  else
    forward_row(in, out, x, w, b ? b : z, z);
}

static void sum_rows(size_t batch, size_t out, const nn_real *delta,
                     nn_real *sum) {
  memset(sum, 0, out * sizeof *sum);
  for (size_t row = 0; row < batch; row++)
    for (size_t j = 0; j < out; j++) sum[j] += delta[row * out + j];
}

static void weights_gradient(size_t batch, size_t in, size_t out,
                             const nn_real *x, const nn_real *delta,
                             nn_real *dw, nn_real *db, nn_real *scratch) {
  if (db) sum_rows(batch, out, delta, db);
  if (batch == 1) {
    for (size_t i = 0; i < in; i++)
      for (size_t j = 0; j < out; j++)
        dw[i * out + j] = x[i] * delta[j] + 0; /* not -0 */
    return;
  }
  multiply(in, out, batch, (factor){x, 1, in}, (factor){delta, out, 1}, dw,
           SET, 0, scratch);
}

static void inputs_gradient(size_t batch, size_t in, size_t out,
                            const nn_real *delta, const nn_real *w,
                            nn_real *dx, int add, nn_real *scratch) {
  if (batch == 1 && in < SIDE_BY_SIDE)
    inputs_gradient_few(0, in, out, delta, w, dx, add);
  else if (batch == 1)
    inputs_gradient_row(in, out, delta, w, dx, add);
  else
    multiply(batch, in, out, (factor){delta, out, 1}, (factor){w, 1, out},
             dx, add ? ADD : SET, 0, scratch);
}

static NOINLINE void descend_batch(size_t batch, size_t in, size_t out,
                                   nn_real rate, const nn_real *x,
                                   const nn_real *delta, nn_real *w,
                                   nn_real *b, nn_real *scratch) {
  if (b) {
    sum_rows(batch, out, delta, scratch);
    for (size_t j = 0; j < out; j++) b[j] -= rate * scratch[j];
  }
  if (batch <= FEW && out >= LANES)
    descend_rows(batch, in, out, rate, x, delta, w);
  else
    multiply(in, out, batch, (factor){x, 1, in}, (factor){delta, out, 1}, w,
             DESCEND, rate, scratch);
}

static void descend(size_t batch, size_t in, size_t out, nn_real rate,
                    const nn_real *x, const nn_real *delta, nn_real *w,
                    nn_real *b, nn_real *scratch) {
  if (batch == 1 && out < FEW)
    descend_few(in, out, rate, x, delta, w, b);
  else
    descend_batch(batch, in, out, rate, x, delta, w, b, scratch);
}

/* ---- the set ---------------------------------------------------------*/

#define JOIN(a, b) a##b
#define NAMED(a, b) JOIN(a, b)
#define TEXT(a) #a
#define NAME_OF(a) TEXT(a)

extern const nn_kernels NAMED(nn_kernels_, INSTRUCTIONS);
const nn_kernels NAMED(nn_kernels_, INSTRUCTIONS) = {
    .name = NAME_OF(INSTRUCTIONS),
    .forward = forward,
    .weights_gradient = weights_gradient,
    .inputs_gradient = inputs_gradient,
    .descend = descend,
    .activate = activate,
    .activation_backward = activation_backward,
};
