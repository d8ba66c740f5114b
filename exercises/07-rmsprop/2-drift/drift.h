#ifndef DRIFT_H
#define DRIFT_H

#include <stddef.h>

/* The n slopes g[0 ... n-1] of one weight come by in this order, again and
 * again (n > 0, and at least one of them is not 0). They do not depend on
 * the weight. */

/* RMSprop with epsilon = 0: at each slope s becomes rho times itself plus
 * 1 - rho times the slope's square, and then the weight changes by minus
 * the learning rate times the slope divided by the root of s. After many
 * cycles s comes back to the same value at the end of each. Returns by how
 * much the weight then changes in one whole cycle, to 1e-9. 0 < rho < 1.
 * A slope that comes while s is still 0 is 0 itself and changes nothing,
 * though the formula says 0/0. */
double drift(const double *g, size_t n, double rho, double learning_rate);

/* The same for the sign update: at each slope the weight changes by minus
 * the learning rate times the slope's sign. The sign of 0 is 0. */
double sign_drift(const double *g, size_t n, double learning_rate);

#endif
