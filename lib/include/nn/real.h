/* real: the one number type of the library.
 *
 * Every weight, input and gradient is an `nn_real`. It is a double, or a
 * float where NN_REAL_IS_FLOAT is defined, for the library and for all
 * who use it alike (CMake and pkg-config see to that). */
#ifndef NN_REAL_H
#define NN_REAL_H

#include <float.h>

#ifdef NN_REAL_IS_FLOAT
typedef float nn_real;
#define NN_REAL_DIGITS FLT_DECIMAL_DIG /* digits that read back exactly */
#define NN_REAL_EPSILON FLT_EPSILON    /* 1 and the next number differ so */
#else
typedef double nn_real;
#define NN_REAL_DIGITS DBL_DECIMAL_DIG
#define NN_REAL_EPSILON DBL_EPSILON
#endif

#endif
