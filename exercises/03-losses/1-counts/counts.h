#ifndef COUNTS_H
#define COUNTS_H

#include <stddef.h>

/* Targets t are counts: 0, 1, 2, ... The last layer makes a = e^z of its
 * sum z, and a is the mean of a Poisson distribution of t. */

/* The loss of one example: minus the natural logarithm of the probability
 * of t, without the terms that do not depend on z. Right to 1e-9, or to
 * nine digits where it is larger than 1, for every z up to 700, however
 * far below 0. */
double count_loss(double z, double t);

/* Its derivative with respect to z, for the same z. */
double count_slope(double z, double t);

/* The z, one for all, at which the mean loss of these n > 0 counts is
 * least. If there is none, because the loss goes on falling as z falls:
 * -INFINITY, of <math.h>. */
double best_z(const double *t, size_t n);

#endif
