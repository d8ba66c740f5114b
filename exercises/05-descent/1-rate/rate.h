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

#endif
