#ifndef PATH_H
#define PATH_H

#include <stddef.h>

/* A chain of n sigmoid neurons (n > 0). The first gets the input x, each
 * other one what the one before it answers:
 *   a_0 = sigmoid(w[0] x + b[0]), a_k = sigmoid(w[k] a_(k-1) + b[k]).
 * The loss is C = 1/2 (a_(n-1) - t)^2. Fills dw and db, n numbers each,
 * with the slopes of C by the weights and the biases. n is at most 16. */
void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db);

#endif
