/* cmocka, with what it needs included before it, and what it lacks. */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <nn/real.h>

/* |x - y| <= within; a NaN never is. */
#define assert_near(x, y, within)                                  \
  do {                                                             \
    double near_x = (double)(x), near_y = (double)(y);             \
    double near_within = (double)(within);                         \
    if (!(fabs(near_x - near_y) <= near_within))                   \
      fail_msg("%s is %.17g, not %.17g +- %g", #x, near_x, near_y, \
               near_within);                                       \
  } while (0)

/* A tolerance that depends on what a number is. */
#ifdef NN_REAL_IS_FLOAT
#define IN_FLOAT_OR(float_tolerance, double_tolerance) (float_tolerance)
#else
#define IN_FLOAT_OR(float_tolerance, double_tolerance) (double_tolerance)
#endif

#endif
