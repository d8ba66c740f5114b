/* vector: a register of numbers, and what can be done with one.
 *
 * Each instruction set has a header with the few functions that the
 * compiler does not write for it:
 *
 *   fused(a, b, c)         a b + c in every lane, rounded once; a is one
 *                          number, the same for all lanes
 *   load_first(p, n)       the numbers p[0] ... p[n-1] and zeros behind
 *                          them, 1 <= n <= LANES
 *   store_first(p, n, v)   writes n lanes of v
 *
 * and three figures: VECTOR_BYTES, REGISTERS, how many vectors there are
 * registers for, and TILE_ROWS, how many rows a tile of a product has at
 * most (product.h). Which set this is the build says: the compiler's own
 * macros would not tell, since a -march of the user's can give every set
 * the widest vectors. */
#ifndef NN_KERNELS_VECTOR_H
#define NN_KERNELS_VECTOR_H

#include <math.h>
#include <nn/real.h>
#include <stddef.h>
#include <stdint.h>

/* UNROLL (i, n) is for (size_t i = 0; i < n; i++) where the compiler knows
 * n and leaves no loop: arrays with the index i can become registers. gcc
 * has to be told, clang does better by itself. BY_FOURS stands before a
 * loop with a short body. */
#ifdef __clang__
#define UNROLL(i, n) for (size_t i = 0; i < (n); i++)
#define BY_FOURS _Pragma("unroll(4)")
#else
#define UNROLL(i, n) \
  _Pragma("GCC unroll 16") for (size_t i = 0; i < (n); i++)
#define BY_FOURS _Pragma("GCC unroll 4")
#endif

/* A function some of whose arguments the compiler knows at every call. */
#define INLINED static inline __attribute__((always_inline))

/* Keeps what needs a large stack out of what is called for tiny layers. */
#define NOINLINE __attribute__((noinline))

/* Keeps a loop of few turns from being prepared for many. */
#define ONE_BY_ONE(i) __asm__("" : "+r"(i))

/* What is loaded further down is not loaded earlier, while all registers
 * are in use. */
#define LOAD_NOTHING_EARLIER __asm__("" : : : "memory")

/* ---- the instruction set ---------------------------------------------*/

/* a b + c, rounded once. */
static inline nn_real fused_one(nn_real a, nn_real b, nn_real c) {
#ifdef NN_REAL_IS_FLOAT
  return fmaf(a, b, c);
#else
  return fma(a, b, c);
#endif
}

#if defined NN_KERNELS_AVX512
#include "vector_avx512.h"
#elif defined NN_KERNELS_AVX2
#include "vector_avx2.h"
#elif defined NN_KERNELS_NEON
#include "vector_neon.h"
#else
#include "vector_generic.h"
#endif

/* ---- rows become columns ---------------------------------------------*/

/* In rounds: at distance d, vectors that stand d apart exchange every
 * second group of d lanes. Lane l of the lower one is then lane ..._LOW(l,
 * d) of the two together, and that of the higher one ..._HIGH(l, d). */
#define LANE_OF_LOW(l, d) ((l) & (d) ? LANES + (l) - (d) : (l))
#define LANE_OF_HIGH(l, d) ((l) & (d) ? LANES + (l) : (l) + (d))

/* clang-format off */
#define TWO_LANES(of, l, d) of(l, d), of((l) + 1, d)
#define FOUR_LANES(of, l, d) TWO_LANES(of, l, d), TWO_LANES(of, (l) + 2, d)
#define EIGHT_LANES(of, l, d) \
  FOUR_LANES(of, l, d), FOUR_LANES(of, (l) + 4, d)
#if LANES == 2
#define ALL_LANES(of, d) TWO_LANES(of, 0, d)
#elif LANES == 4
#define ALL_LANES(of, d) FOUR_LANES(of, 0, d)
#elif LANES == 8
#define ALL_LANES(of, d) EIGHT_LANES(of, 0, d)
#else
#define ALL_LANES(of, d) EIGHT_LANES(of, 0, d), EIGHT_LANES(of, 8, d)
#endif
/* clang-format on */

#ifdef __clang__
#define SHUFFLED(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#ifdef NN_REAL_IS_FLOAT
typedef int32_t lane_numbers __attribute__((vector_size(VECTOR_BYTES)));
#else
typedef int64_t lane_numbers __attribute__((vector_size(VECTOR_BYTES)));
#endif
#define SHUFFLED(a, b, ...) \
  __builtin_shuffle(a, b, (lane_numbers){__VA_ARGS__})
#endif

#define EXCHANGE(d)                                                    \
  UNROLL (i, LANES)                                                    \
    if (!(i & (d))) {                                                  \
      vector low = rows[i], high = rows[i + (d)];                      \
      rows[i] = SHUFFLED(low, high, ALL_LANES(LANE_OF_LOW, d));        \
      rows[i + (d)] = SHUFFLED(low, high, ALL_LANES(LANE_OF_HIGH, d)); \
    }

INLINED void transpose(vector rows[LANES]) {
  EXCHANGE(1)
#if LANES > 2
  EXCHANGE(2)
#endif
#if LANES > 4
  EXCHANGE(4)
#endif
#if LANES > 8
  EXCHANGE(8)
#endif
}

#endif
