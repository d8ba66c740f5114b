/* rows: a layer for one example, or for few, row by row of its weights.
 *
 * A product would be cut into tiles, and its factors packed: more work than
 * there is to do. */
#ifndef NN_KERNELS_ROWS_H
#define NN_KERNELS_ROWS_H

#include "vector.h"

#include <stddef.h>

enum {
  FEW = 4,         /* examples; and outputs that are not worth a vector */
  SIDE_BY_SIDE = 8 /* sums that do not wait for each other */
};

/* `count` vectors of columns of z = start + x w. */
static inline void forward_strip(size_t count, size_t in, size_t out,
                                 const nn_real *x, const nn_real *w,
                                 const nn_real *start, nn_real *z) {
  vector sum[8];
  for (size_t v = 0; v < count; v++) sum[v] = load(start + v * LANES);
  for (size_t i = 0; i < in; i++)
    for (size_t v = 0; v < count; v++)
      sum[v] = fused(x[i], load(w + i * out + v * LANES), sum[v]);
  for (size_t v = 0; v < count; v++) store(z + v * LANES, sum[v]);
}

/* Columns j to out of z = start + x w, one by one. */
static NOINLINE void forward_few(size_t in, size_t out, size_t j,
                                 const nn_real *x, const nn_real *w,
                                 const nn_real *start, nn_real *z) {
  for (; j < out; j++) {
    nn_real sum = start[j];
    const nn_real *weight = w + j;
    for (size_t i = 0; i < in; i++, weight += out) {
      ONE_BY_ONE(i);
      sum = fused_one(x[i], *weight, sum);
    }
    z[j] = sum;
  }
}

static NOINLINE void forward_row(size_t in, size_t out, const nn_real *x,
                                 const nn_real *w, const nn_real *start,
                                 nn_real *z) {
  size_t j = 0;
  for (; j + 8 * LANES <= out; j += 8 * LANES)
    forward_strip(8, in, out, x, w + j, start + j, z + j);
  for (; j + 4 * LANES <= out; j += 4 * LANES)
    forward_strip(4, in, out, x, w + j, start + j, z + j);
  for (; j + LANES <= out; j += LANES)
    forward_strip(1, in, out, x, w + j, start + j, z + j);
  size_t rest = out - j;
  if (rest >= FEW) {
    vector sum = load_first(start + j, rest);
    for (size_t i = 0; i < in; i++)
      sum = fused(x[i], load_first(w + i * out + j, rest), sum);
    store_first(z + j, rest, sum);
  } else {
    forward_few(in, out, j, x, w, start, z);
  }
}

/* dx = delta w^T, each a sum along a row of w, from row i on. */
static NOINLINE void inputs_gradient_few(size_t i, size_t in, size_t out,
                                         const nn_real *delta,
                                         const nn_real *w, nn_real *dx,
                                         int add) {
  for (; i < in; i++) {
    nn_real sum = add ? dx[i] : 0;
    const nn_real *weight = w + i * out;
    for (size_t j = 0; j < out; j++) {
      ONE_BY_ONE(j);
      sum = fused_one(delta[j], weight[j], sum);
    }
    dx[i] = sum;
  }
}

/* The sums of several rows go side by side, since each must wait for its
 * own last term. */
static NOINLINE void inputs_gradient_row(size_t in, size_t out,
                                         const nn_real *delta,
                                         const nn_real *w, nn_real *dx,
                                         int add) {
  enum { ROWS = SIDE_BY_SIDE };
  size_t i = 0;
  for (; i + ROWS <= in; i += ROWS) {
    nn_real sum[ROWS];
    for (size_t r = 0; r < ROWS; r++) sum[r] = add ? dx[i + r] : 0;
    for (size_t j = 0; j < out; j++)
      for (size_t r = 0; r < ROWS; r++)
        sum[r] = fused_one(delta[j], w[(i + r) * out + j], sum[r]);
    for (size_t r = 0; r < ROWS; r++) dx[i + r] = sum[r];
  }
  inputs_gradient_few(i, in, out, delta, w, dx, add);
}

/* One vector of a row of x^T delta: a term for each example. */
INLINED vector row_sum(size_t batch, size_t out, const nn_real *x,
                       const nn_real *delta) {
  vector sum = x[0] * load(delta);
  if (batch > 1) sum += 0; /* as if it had begun with 0: not -0 */
  UNROLL (p, batch)
    if (p > 0) sum = fused(x[p], load(delta + p * out), sum);
  return sum;
}

/* w -= rate x^T delta, row by row, as the weights lie in memory. What is
 * left over of a row is taken as the end of a whole vector, which overlaps
 * the one before: so it is loaded before that one is stored. */
INLINED void descend_by_rows(size_t batch, size_t in, size_t out,
                             nn_real rate, const nn_real *x,
                             const nn_real *delta, nn_real *w) {
  size_t end = out - LANES;
  for (size_t i = 0; i < in; i++, w += out) {
    nn_real x_i[FEW];
    UNROLL (p, batch) x_i[p] = x[p * in + i];
    vector last = {0};
    if (out % LANES) last = load(w + end);
    BY_FOURS for (size_t j = 0; j <= end; j += LANES) store(
        w + j, load(w + j) - rate * row_sum(batch, out, x_i, delta + j));
    if (out % LANES)
      store(w + end, last - rate * row_sum(batch, out, x_i, delta + end));
  }
}

static NOINLINE void descend_rows(size_t batch, size_t in, size_t out,
                                  nn_real rate, const nn_real *x,
                                  const nn_real *delta, nn_real *w) {
  switch (batch) {
  case 1:
    descend_by_rows(1, in, out, rate, x, delta, w);
    break;
  case 2:
    descend_by_rows(2, in, out, rate, x, delta, w);
    break;
  case 3:
    descend_by_rows(3, in, out, rate, x, delta, w);
    break;
  default:
    descend_by_rows(4, in, out, rate, x, delta, w);
  }
}

/* Where rows are so short that a loop over one is hardly a loop. */
static NOINLINE void descend_few(size_t in, size_t out, nn_real rate,
                                 const nn_real *x, const nn_real *delta,
                                 nn_real *w, nn_real *b) {
  for (size_t j = 0; j < out && b; j++) {
    ONE_BY_ONE(j);
    b[j] -= rate * delta[j];
  }
  for (size_t i = 0; i < in; i++)
    for (size_t j = 0; j < out; j++) {
      ONE_BY_ONE(j);
      *w++ -= rate * (x[i] * delta[j]);
    }
}

#endif
