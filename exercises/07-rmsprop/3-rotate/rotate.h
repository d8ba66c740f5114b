#ifndef ROTATE_H
#define ROTATE_H

#include <stddef.h>

/* A bowl over two weights: 1/2 (u_0^2 + kappa u_1^2), where u_0 and u_1
 * are the coordinates of w in axes that are turned counter-clockwise by
 * `angle`, in radians:
 *   u_0 =  cos(angle) w[0] + sin(angle) w[1],
 *   u_1 = -sin(angle) w[0] + cos(angle) w[1].
 * Fills g[2] with the gradient by w[0] and w[1]. */
void bowl_gradient(const double *w, double kappa, double angle, double *g);

/* How many steps RMSprop takes on this bowl from start[2] until the
 * distance of w from 0, sqrt(w[0]^2 + w[1]^2), is at most `radius`: 0 if
 * the start is that near, and `most` if none of the first `most` steps
 * leads there. The steps are those of rmsprop/step: both averages are 0 at
 * the start and are updated before they scale the step; epsilon, 1e-8, is
 * added to the root. */
size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most);

#endif
