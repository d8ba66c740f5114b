#ifndef TERMINAL_H
#define TERMINAL_H

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

#endif
