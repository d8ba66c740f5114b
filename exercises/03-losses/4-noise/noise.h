#ifndef NOISE_H
#define NOISE_H

#include <stddef.h>

enum { TARGETS_MAX = 32 };

/* Draws the next target, the true value plus noise. A fraction `wild` of
 * all targets, from 0 to 1, has noise that is several times as large as
 * that of the others. */
typedef double target_function(double wild);

/* Draws `samples` samples of n targets each, 1 <= n <= TARGETS_MAX, one
 * sample after the other. Fits to each sample the constant that has the
 * least absolute loss, the middle of them where there are several, and to
 * the same sample the constant with the least quadratic loss. Returns the
 * mean squared error of the first constant over that of the second. The
 * error of a constant is how far it is from the true value. */
double absolute_over_quadratic(target_function *draw, double wild,
                               double true_value, size_t n, size_t samples);

/* The fraction of wild targets at which both losses do equally well with
 * samples of n: to within a quarter of itself. From 0 to 0.3 the quotient
 * of the errors falls, and passes 1 once. */
double break_even(target_function *draw, double true_value, size_t n);

#endif
