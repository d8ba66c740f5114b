#ifndef CYCLE_H
#define CYCLE_H

#include <stddef.h>

/* The slope of a loss at w. */
typedef double slope_function(double w);

/* Lets a heavy ball roll from rest at `start`: v = beta v - learning_rate
 * slope(w), then w += v. Watches it after `steps` steps (which may be 0).
 * If p further steps bring it back to the place and to the velocity that
 * it then had, each to within 1e-6, it goes round in a cycle. Returns the
 * smallest such p from 1 to `most`, and writes the p places of the cycle
 * to `visited`, from the one after `steps` steps on, in their order. A
 * ball that has come to rest has the period 1. Returns 0 if there is no
 * such p, as for a ball that flies off until its place is no number any
 * more; what is in `visited` then does not matter. `visited` has room for
 * `most` numbers, most > 0. */
size_t find_cycle(slope_function *slope, double start, double learning_rate,
                  double beta, size_t steps, double *visited, size_t most);

#endif
