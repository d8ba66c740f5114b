/* elementary: exp, log, sin and cos that are the same everywhere.
 *
 * The C library's functions may differ in the last bit from one version
 * or processor to the next, and a network in training makes much of the
 * last bit. These use nothing but +, -, *, / and fma, which IEEE 754
 * defines to the bit. (sqrt is defined as well: use the C library's.)
 *
 * Errors are below 2 units in the last place, of a float too. */
#ifndef NN_ELEMENTARY_H
#define NN_ELEMENTARY_H

#include <nn/real.h>

#ifdef __cplusplus
extern "C" {
#endif

/* e^x. Infinite where it would be too large; 0 below x = -707.7 (-86.64
 * for float), where the numbers end. */
nn_real nn_exp(nn_real x);

/* The natural logarithm; minus infinity at 0, NaN below. */
nn_real nn_log(nn_real x);

/* Sine and cosine of an angle in radians. Requires |x| <= 10^5 (100 for
 * float): beyond, too little is left of the angle. */
nn_real nn_sin(nn_real x);
nn_real nn_cos(nn_real x);

#ifdef __cplusplus
}
#endif

#endif
