#include "elementary_inline.h"

#include <assert.h>
#include <nn/elementary.h>

nn_real nn_exp(nn_real x) {
  return inline_exp(x);
}

/* x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). */
nn_real nn_log(nn_real x) {
  if (!(x > 0)) return x == 0 ? -(nn_real)INFINITY : (nn_real)NAN;
  if (isinf(x)) return x;

  nn_real k = 0;
  if (bits_of(x) >> FRACTION_BITS == 0) { /* subnormal: make it normal */
    const nn_real scale = real_of((real_bits)(EXPONENT_BIAS + FRACTION_BITS)
                                  << FRACTION_BITS);
    x *= scale;
    k = -FRACTION_BITS;
  }
  const real_bits root = bits_of(REAL(0.70710678118654752));
  const real_bits power = (real_bits)1 << FRACTION_BITS;
  real_bits exponent = (bits_of(x) - root) >> FRACTION_BITS;
  nn_real f = real_of(bits_of(x) - exponent * power) - 1;
  k += (nn_real)exponent;
  return k * LN2_HIGH + (k * LN2_LOW + reduced_log1p(f));
}

/* pi/2 in three parts, the first two so short that a multiple of them by
 * a whole number below 2^19 (2^8 for float) is exact. */
#ifdef NN_REAL_IS_FLOAT
static const nn_real half_pi[] = {0x1.921fp+0F, 0x1.6a88p-17F,
                                  0x1.0b4612p-34F};
enum { TERMS = 6 };
#else
static const nn_real half_pi[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34,
                                  0x1.3198a2e037073p-69};
enum { TERMS = 9 };
#endif

/* Taylor's series of the sine (first = 1) or the cosine (first = 0) on
 * |r| <= pi/4, the smallest term first. */
static nn_real taylor(nn_real r, int first) {
  nn_real minus_r2 = -r * r, sum = 1;
  for (int n = TERMS; n > 0; n--) {
    nn_real pair = (nn_real)((2 * n - 1 + first) * (2 * n + first));
    sum = 1 + minus_r2 / pair * sum;
  }
  return first ? r * sum : sum;
}

/* The sine of x + turns * pi/2. */
static nn_real turned_sine(nn_real x, unsigned turns) {
  nn_real sum = ROUNDER + x * REAL(0.63661977236758134);
  nn_real k = sum - ROUNDER;
  nn_real r = (x - k * half_pi[0]) - k * half_pi[1] - k * half_pi[2];
  unsigned quarter = ((unsigned)bits_of(sum) + turns) & 3;
  nn_real y = taylor(r, !(quarter & 1));
  return quarter & 2 ? -y : y;
}

nn_real nn_sin(nn_real x) {
  return turned_sine(x, 0);
}

nn_real nn_cos(nn_real x) {
  return turned_sine(x, 1);
}
