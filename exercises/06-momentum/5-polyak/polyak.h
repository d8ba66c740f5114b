#ifndef POLYAK_H
#define POLYAK_H

/* Polyak's choice for a bowl whose curvatures lie between mu and
 * `largest`, 0 < mu <= largest: the learning rate and the beta with which
 * a heavy ball comes to rest fastest, whatever the curvatures between. */
void polyak(double mu, double largest, double *learning_rate, double *beta);

/* The factor by which, in the long run, each step of that ball shrinks its
 * distance from the bottom. */
double polyak_factor(double mu, double largest);

#endif
