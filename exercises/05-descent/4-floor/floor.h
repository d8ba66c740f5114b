#ifndef FLOOR_H
#define FLOOR_H

#include <stddef.h>

/* Stochastic gradient descent on f(w) = 1/2 (w - a)^2. Each example draws
 * its a anew, with the mean 0, so that the minimum is w = 0, and with this
 * variance, greater than 0. A step takes the mean slope of `batch` > 0
 * examples times the learning rate, 0 < learning_rate < 2.
 * Returns what the mean of w^2 tends to after many steps. */
double noise_floor(double learning_rate, double variance, size_t batch);

/* The largest learning rate whose noise floor is at most `most` > 0. It is
 * below 2. */
double largest_rate_for(double most, double variance, size_t batch);

#endif
