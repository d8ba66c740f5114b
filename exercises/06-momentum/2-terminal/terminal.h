#ifndef TERMINAL_H
#define TERMINAL_H

#include <stddef.h>

/* A heavy ball on a slope that is the same everywhere gains speed until
 * friction takes as much as the slope gives. Returns by how much w then
 * changes at each step, with its sign. 0 <= beta < 1. */
double terminal_step(double slope, double learning_rate, double beta);

/* The smallest number of steps from rest after which the ball's last step
 * was at least the part `part` of the terminal one: a whole number, at
 * least 1. 0 < beta < 1 and 0 < part < 1. */
double steps_until(double beta, double part);

/* The learning rate with which a heavy ball takes the path that the moving
 * average takes with `ema_rate` and the same beta, 0 <= beta < 1. */
double heavy_ball_rate(double ema_rate, double beta);

/* v[0 ... n-1] (n >= 3) are steps of a heavy ball, one after the other, on
 * a slope that never changes. Slope, learning rate and beta are unknown.
 * Before v[0] the ball may have been moving already, either way; at v[0]
 * it is not yet at its terminal speed. Each step was measured with an
 * error of its own.
 * Returns beta by least squares: with the right push p it makes the sum of
 * (v[k + 1] - beta v[k] - p)^2 over all k from 0 to n - 2 as small as
 * possible. */
double beta_from_steps(const double *v, size_t n);

#endif
