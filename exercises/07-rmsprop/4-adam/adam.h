#ifndef ADAM_H
#define ADAM_H

#include <stddef.h>

/* Step number t (the chapter's k) of Adam on n weights, w, whose gradient
 * is g; t is 1 at the first step, before which m and s are all zeros. m[i]
 * is the running average of weight i's slopes, which keeps beta of what it
 * was and takes in 1 - beta of g[i]; s[i] that of their squares, with rho.
 * Then weight i goes down by the learning rate times m', divided by the
 * root of s' plus epsilon (added to the root), where
 *   m' = m[i] / (1 - beta^t) and s' = s[i] / (1 - rho^t)
 * are the new averages, corrected for their start at 0.
 * Changes w, m and s, of which m and s keep the averages without the
 * correction. 0 < beta, rho < 1, epsilon > 0, no s[i] is negative. */
void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon);

#endif
