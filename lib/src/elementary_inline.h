/* The elementary functions as straight lines of arithmetic, without a
 * branch, so that a compiler can turn a loop over them into vectors. */
#ifndef NN_ELEMENTARY_INLINE_H
#define NN_ELEMENTARY_INLINE_H

#include <math.h>
#include <nn/real.h>
#include <stdint.h>
#include <string.h>

/* The x87 unit keeps results with more digits than they have in memory,
 * now and then: no two builds would compute the same bits. */
#if FLT_EVAL_METHOD < 0 || FLT_EVAL_METHOD == 2 || \
    (FLT_EVAL_METHOD == 1 && defined NN_REAL_IS_FLOAT)
#error "nn needs results rounded to their type, always (FLT_EVAL_METHOD 0)."
#error "For 32-bit x86 set CFLAGS='-msse2 -mfpmath=sse', to avoid the x87."
#endif

/* How a real is laid out: a sign, an exponent with this bias, and this
 * many bits of fraction. */
#ifdef NN_REAL_IS_FLOAT
typedef int32_t real_bits;
typedef uint32_t unsigned_bits;
enum { FRACTION_BITS = 23, EXPONENT_BIAS = 127 };
#define EXP_MIN (-(nn_real)86.64) /* below, e^x counts as 0 */
#define EXP_MAX ((nn_real)89)     /* above, e^x is infinite */
#define LN2_HIGH 0x1.62e4p-1F     /* so short that k LN2_HIGH is exact */
#define LN2_LOW 0x1.7f7d1cp-20F
#else
typedef int64_t real_bits;
typedef uint64_t unsigned_bits;
enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1023 };
#define EXP_MIN (-(nn_real)707.7)
#define EXP_MAX ((nn_real)710)
#define LN2_HIGH 0x1.62e42fee00000p-1
#define LN2_LOW 0x1.a39ef35793c76p-33
#endif

/* Adding and taking away 1.5 * 2^FRACTION_BITS rounds to a whole number,
 * which is seen in the last bits of the sum. */
#ifdef NN_REAL_IS_FLOAT
#define ROUNDER 0x1.8p23F
#else
#define ROUNDER 0x1.8p52
#endif

#define REAL(x) ((nn_real)(x))

static inline real_bits bits_of(nn_real x) {
  real_bits bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline nn_real real_of(real_bits bits) {
  nn_real x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* What e^x is made of: 2^k e^r with x = k ln 2 + r, |r| <= ln 2 / 2. */
typedef struct {
  nn_real half_scale; /* 2^(k-1), where that is a normal number */
  nn_real r;
  nn_real rest; /* e^r - 1 - r */
} exponential;

static inline exponential reduced_exp(nn_real x) {
  nn_real sum = ROUNDER + x * REAL(1.4426950408889634);
  nn_real k = sum - ROUNDER;
  nn_real r = (x - k * LN2_HIGH) - k * LN2_LOW;
  unsigned_bits exponent = (unsigned_bits)bits_of(sum) + EXPONENT_BIAS - 1;

  /* Taylor: r^2 (1/2! + r/3! + r^2/4! + ...), summed in pairs, which do
   * not wait for each other. */
  nn_real r2 = r * r, r4 = r2 * r2;
  nn_real q23 = REAL(1.0 / 2) + REAL(1.0 / 6) * r;
  nn_real q45 = REAL(1.0 / 24) + REAL(1.0 / 120) * r;
  nn_real q67 = REAL(1.0 / 720) + REAL(1.0 / 5040) * r;
#ifdef NN_REAL_IS_FLOAT
  nn_real q = (q23 + q45 * r2) + q67 * r4;
#else
  nn_real q89 = 1.0 / 40320 + (1.0 / 362880) * r;
  nn_real q1011 = 1.0 / 3628800 + (1.0 / 39916800) * r;
  nn_real q1213 = 1.0 / 479001600 + (1.0 / 6227020800) * r;
  nn_real low = q23 + q45 * r2;
  nn_real middle = q67 + q89 * r2;
  nn_real high = q1011 + q1213 * r2;
  nn_real q = low + (middle + high * r4) * r4;
#endif
  return (exponential){
      .half_scale = real_of((real_bits)(exponent << FRACTION_BITS)),
      .r = r,
      .rest = q * r2,
  };
}

static inline nn_real inline_exp(nn_real x) {
  exponential e = reduced_exp(x);
  nn_real y = ((1 + e.r) + e.rest) * e.half_scale * 2;
  y = x < EXP_MIN ? 0 : y;
  return x > EXP_MAX ? (nn_real)INFINITY : y;
}

/* e^x - 1 for 0 <= x <= 88, without losing the digits of a small x. */
static inline nn_real inline_expm1(nn_real x) {
  exponential e = reduced_exp(x);
  nn_real scale = 2 * e.half_scale;
  return (scale - 1) + (e.r + e.rest) * scale;
}

/* log(1 + f) for -0.3 <= f <= 0.42, from the series of the area tangent:
 * with s = f / (2 + f) it is 2 (s + s^3/3 + s^5/5 + ...). */
static inline nn_real reduced_log1p(nn_real f) {
  nn_real s = f / (2 + f), s2 = s * s;
#ifdef NN_REAL_IS_FLOAT
  nn_real q = REAL(1.0 / 9);
#else
  nn_real q = 1.0 / 21;
  q = 1.0 / 19 + q * s2;
  q = 1.0 / 17 + q * s2;
  q = 1.0 / 15 + q * s2;
  q = 1.0 / 13 + q * s2;
  q = 1.0 / 11 + q * s2;
  q = 1.0 / 9 + q * s2;
#endif
  q = REAL(1.0 / 7) + q * s2;
  q = REAL(1.0 / 5) + q * s2;
  q = REAL(1.0 / 3) + q * s2;
  return 2 * (s + q * s2 * s);
}

/* log(1 + u) for 0 <= u <= 1. */
static inline nn_real inline_log1p(nn_real u) {
  int large = u > REAL(0.41);
  nn_real f = large ? (u - 1) / 2 : u; /* 1 + u = 2 (1 + f), or 1 + f */
  nn_real y = reduced_log1p(f);
  return large ? y + LN2_LOW + LN2_HIGH : y;
}

static inline nn_real inline_tanh(nn_real x) {
  nn_real size = x < 0 ? -x : x;
  size = size > 22 ? 22 : size;       /* from there on it is 1 */
  nn_real t = inline_expm1(2 * size); /* (e^2x - 1) / (e^2x + 1) */
  nn_real y = t / (t + 2);
  return x < 0 ? -y : y;
}

static inline nn_real inline_sigmoid(nn_real x) {
  return 1 / (1 + inline_exp(-x));
}

/* log(1 + e^x), for large |x| too. */
static inline nn_real inline_softplus(nn_real x) {
  nn_real above = x > 0 ? x : 0;
  nn_real y = above + inline_log1p(inline_exp(x > 0 ? -x : x));
  return x != x ? x : y;
}

#endif
