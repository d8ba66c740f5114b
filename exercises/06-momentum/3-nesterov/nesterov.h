#ifndef NESTEROV_H
#define NESTEROV_H

#include <stddef.h>

/* The slope of a loss at w. */
typedef double slope_function(double w);

/* Takes `steps` steps (at least one) with Nesterov's momentum. *w is the
 * weight and *v its velocity; both are changed. In each step the slope is
 * taken at the place to which the part beta of the velocity, which is
 * about to be kept, would carry the weight. From there on it is a heavy
 * ball's step: this slope changes the velocity, and the weight moves by
 * the new velocity from where it was. */
void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps);

#endif
