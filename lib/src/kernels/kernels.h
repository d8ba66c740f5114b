/* kernels: the few loops in which a network spends its time.
 *
 * set.c, with product.h, rows.h and activations.h, is compiled once for
 * each instruction set. Every set computes the same bits: a sum is always
 * taken in the order of its index, with one fma for each term, and vectors
 * only do several sums side by side. So forward, written out:  for (i...)
 * z[j] = fma(x[i], w[i][j], z[j]); is what comes out, however wide the
 * registers are.
 *
 * Shapes, row after row: x [batch][in], w [in][out], b [out],
 * z, a, delta [batch][out]. */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include <nn/net.h>
#include <stddef.h>

typedef struct {
  const char *name;

  /* z = b + x w for every row of x; where b is NULL, z += x w. */
  void (*forward)(size_t batch, size_t in, size_t out, const nn_real *x,
                  const nn_real *w, const nn_real *b, nn_real *z,
                  nn_real *scratch);

  /* dw = x^T delta, and, unless db is NULL, db = the rows' sum of delta. */
  void (*weights_gradient)(size_t batch, size_t in, size_t out,
                           const nn_real *x, const nn_real *delta,
                           nn_real *dw, nn_real *db, nn_real *scratch);

  /* dx = delta w^T, or, if add is set, dx += delta w^T. */
  void (*inputs_gradient)(size_t batch, size_t in, size_t out,
                          const nn_real *delta, const nn_real *w,
                          nn_real *dx, int add, nn_real *scratch);

  /* w -= rate x^T delta and, unless b is NULL, b -= rate times the rows'
   * sum of delta: the same bits as the gradient first and then
   * w -= rate dw. Requires batch <= NN_DESCEND_BATCH. */
  void (*descend)(size_t batch, size_t in, size_t out, nn_real rate,
                  const nn_real *x, const nn_real *delta, nn_real *w,
                  nn_real *b, nn_real *scratch);

  /* See nn_activate and nn_activation_backward, for `rows` layers. */
  void (*activate)(nn_activation activation, size_t rows, size_t n,
                   const nn_real *z, nn_real *a);
  void (*activation_backward)(nn_activation activation, size_t rows,
                              size_t n, const nn_real *z, const nn_real *a,
                              nn_real *delta);
} nn_kernels;

/* So many terms of a sum are packed at once: 2048 bytes of each column. */
enum { NN_KERNELS_BLOCK = 2048 / sizeof(nn_real) };

/* How many numbers of scratch a layer needs whose wider side is this. */
size_t nn_kernels_scratch(size_t widest);

/* The fastest kernels that this processor can run. The environment
 * variable NN_KERNELS may name slower ones (generic, avx2, avx512,
 * neon). */
const nn_kernels *nn_kernels_best(void);

#endif
