#ifndef RPROP_H
#define RPROP_H

#include <stddef.h>

/* One step of rprop on n weights, w, whose gradient is g. Each weight has
 * a step size of its own, size[i], from 1e-6 to 50, and remembers its last
 * slope in previous[i]. First its step size changes: if g[i] and
 * previous[i] have the same sign, it is multiplied by 1.2, but becomes 50
 * at most; if they have opposite signs, by 0.5, but becomes 1e-6 at least;
 * if either is 0, it stays. Then the weight moves by the new step size
 * against the sign of g[i] (not at all if that is 0), whether or not the
 * sign has changed. Last, previous[i] becomes g[i].
 * Changes w, size and previous. */
void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n);

#endif
