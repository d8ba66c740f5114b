#ifndef MAP_H
#define MAP_H

/* A heavy ball in a bowl of curvature lambda goes from the places w_(k-1)
 * and w_k to
 *   w_(k+1) = (1 + beta - h) w_k - beta w_(k-1),  with h = eta lambda.
 * Its places are sums of r^k for two numbers r, the roots of this map,
 * which may be complex. Returns the larger absolute value of the two.
 * h > 0 and 0 <= beta < 1. */
double spectral_radius(double h, double beta);

/* What such a ball does:
 * CREEPS    comes to rest; the roots are real and not negative
 * SPIRALS   comes to rest; the roots are complex
 * FLIPS     comes to rest; the roots are real and not positive
 * DIVERGES  gets farther and farther away */
typedef enum { CREEPS, SPIRALS, FLIPS, DIVERGES } manner;

/* Says which of these. No h is on a border between two. */
manner behaviour(double h, double beta);

#endif
