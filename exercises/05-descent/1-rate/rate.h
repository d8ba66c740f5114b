#ifndef RATE_H
#define RATE_H

#include <stddef.h>

/* A bowl is C(w) = 1/2 sum over i of lambda[i] w[i]^2. Its n curvatures
 * lambda (n > 0) are positive and come in any order. One step of gradient
 * descent is w -= learning_rate * g, with g the gradient.
 * Returns the limit of the learning rate: with every rate between 0 and it
 * descent converges from everywhere; with it and those above, not. */
double largest_rate(const double *lambda, size_t n);

/* The best learning rate: the one with which the coordinate that shrinks
 * most slowly shrinks as fast as possible. */
double best_rate(const double *lambda, size_t n);

/* How slow that coordinate is with the best rate: the factor, at least 0
 * and below 1, by which one step multiplies its distance from 0. It is 0
 * if all curvatures are equal. */
double best_factor(const double *lambda, size_t n);

/* A run of gradient descent on a parabola: w[0 ... n-1] are its positions
 * (n >= 3), one step apart. Neither the curvature nor the place of the
 * minimum is known. The run may change sides and may diverge, but it did
 * not start at the minimum. Each position was measured with an error of
 * its own, so the factor from one step to the next is never quite the
 * same. Take the f that fits all steps best: with d[k] = w[k + 1] - w[k],
 * it makes the sum of (d[k + 1] - f d[k])^2 over all k from 0 to n - 3 as
 * small as possible.
 * Returns the limit of the learning rate on this parabola, as above, that
 * follows from f. */
double rate_from_run(const double *w, size_t n, double learning_rate);

#endif
