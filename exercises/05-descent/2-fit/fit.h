#ifndef FIT_H
#define FIT_H

#include <stddef.h>

/* d[k] is the distance to the minimum after k steps, k = 0 ... n-1; all
 * are positive, and n > 1. Draws the straight line of least squares
 * through the points (k, log d[k]), and returns the factor by which the
 * distance changes with each step along it: e to the power of its slope. */
double fitted_factor(const double *d, size_t n);

/* The smallest whole number of steps, 0 or more, after which the distance
 * is at most `part` of what it was, if each step multiplies it by
 * `factor`. 0 < factor < 1 and 0 < part <= 1. */
double steps_to(double factor, double part);

#endif
