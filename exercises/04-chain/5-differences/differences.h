#ifndef DIFFERENCES_H
#define DIFFERENCES_H

#include <stddef.h>

/* A loss as a function of n weights. */
typedef double loss_function(const double *w, size_t n);

/* The slope of the loss by w[i], as a centred difference of step h.
 * Leaves w just as it was, to the last digit. */
double slope_by_difference(loss_function *loss, double *w, size_t n,
                           size_t i, double h);

/* How far a gradient g is from differences d, both of n numbers: the
 * length of g - d divided by the longer of the two, 0 if both are all
 * zeros. */
double relative_error(const double *g, const double *d, size_t n);

#endif
