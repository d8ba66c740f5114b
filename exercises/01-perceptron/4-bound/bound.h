#ifndef BOUND_H
#define BOUND_H

#include <stddef.h>

/* R^2: the squared length of the longest of `count` inputs with n numbers
 * each, the bias's constant 1 included. */
double squared_radius(const double *x, size_t count, size_t n);

/* The margin of the neuron with the n weights u and the bias b, which
 * need not have length 1. y holds +1 or -1 for each example. Negative if
 * an example lies on the wrong side. */
double margin(const double *x, const double *y, size_t count, size_t n,
              const double *u, double b);

/* The bound R^2 / gamma^2, not rounded, on the updates that the perceptron
 * rule makes from zero weights with this learning rate (greater than 0),
 * as u and b prove it. INFINITY, of <math.h>, if they prove nothing
 * because their margin is not positive. */
double most_updates(const double *x, const double *y, size_t count,
                    size_t n, const double *u, double b,
                    double learning_rate);

#endif
