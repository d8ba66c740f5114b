/* gradcheck: is the gradient right?
 *
 * The slope of the loss by one weight is also the limit of a centred
 * difference, (C(w + h) - C(w - h)) / 2h. It takes two forward passes for
 * each weight, so nobody trains by it; but it cannot be wrong in the ways
 * in which a backward pass can. Its error is of the order h^2 for large
 * h and of the order of the rounding over h for small: about 1e-5 is best
 * for double, 1e-2 for float. */
#ifndef NN_GRADCHECK_H
#define NN_GRADCHECK_H

#include <nn/net.h>
#include <nn/real.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A good h for nn_real. */
#ifdef NN_REAL_IS_FLOAT
#define NN_GRADCHECK_STEP ((nn_real)1e-2)
#else
#define NN_GRADCHECK_STEP ((nn_real)1e-5)
#endif

/* The weight at which gradient and difference differ most. */
typedef struct {
  nn_real error; /* |gradient - difference| as a part of the larger of
                    the two, or of a hundredth of the largest gradient
                    where that is more: a difference of two losses has
                    no digits for slopes far below */
  nn_real gradient, difference;
  size_t index;    /* in params */
  size_t layer;    /* from 0 */
  char part;       /* 'W', 'b' or 'V', of that layer */
  size_t from, to; /* W[from][to], V[from][to] or b[to] */
} nn_gradcheck_result;

/* Compares grads [net->params], taken for this batch and loss, with
 * centred differences of step h, at every weight. An error below 1e-7
 * (3e-2 for float) is right, one above 1e-3 (1e-1) is a mistake, unless a
 * kink is near: where a relu's z or an absolute error is within reach of
 * 0, the difference is wrong and not the gradient.
 * params is changed and put back; the pass is used, without dropout, so
 * grads have to be taken without it, and holds what the last difference
 * left in it. x [batch][inputs], t [batch][outputs]. */
nn_gradcheck_result nn_gradcheck(const nn_net *net, nn_real *params,
                                 const nn_real *grads, nn_pass *pass,
                                 nn_loss loss, size_t batch,
                                 const nn_real *x, const nn_real *t,
                                 nn_real h);

#ifdef __cplusplus
}
#endif

#endif
