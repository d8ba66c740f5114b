#ifndef STEP_H
#define STEP_H

#include <stddef.h>

/* One step of RMSprop on n weights, w, whose gradient is g. s[i] is the
 * running average of the squares of weight i's slopes. First it keeps rho
 * of what it was and takes in 1 - rho of the square of g[i]. Then weight i
 * goes down by the learning rate times g[i], divided by the root of the
 * new s[i], to which epsilon has been added (outside the root).
 * Changes w and s. 0 < rho < 1, epsilon > 0, and no s[i] is negative. */
void rmsprop_step(double *w, double *s, const double *g, size_t n,
                  double learning_rate, double rho, double epsilon);

#endif
