/* AVX2 with FMA: 16 registers of 32 bytes. A mask is a vector whose lanes
 * have their highest bit set. */
#include <immintrin.h>
#include <stdint.h>

#define INSTRUCTIONS avx2
#define VECTOR_BYTES 32
enum { REGISTERS = 16, TILE_ROWS = 6 };
#include "vector_type.h"

/* n lanes of ones, then zeros: a window on a row of both. */
static inline __m256i first(size_t n) {
  static const int32_t ones_and_zeros[16] = {-1, -1, -1, -1,
                                             -1, -1, -1, -1};
  const int32_t *window =
      ones_and_zeros + 8 - n * (sizeof(nn_real) / sizeof *window);
  return _mm256_loadu_si256((const __m256i *)window);
}

#ifdef NN_REAL_IS_FLOAT
static inline vector fused(nn_real a, vector b, vector c) {
  return (vector)_mm256_fmadd_ps(_mm256_set1_ps(a), (__m256)b, (__m256)c);
}

static inline vector load_first(const nn_real *from, size_t n) {
  return (vector)_mm256_maskload_ps(from, first(n));
}

static inline void store_first(nn_real *to, size_t n, vector v) {
  if (n == LANES)
    store(to, v); /* much faster than with a mask */
  else
    _mm256_maskstore_ps(to, first(n), (__m256)v);
}
#else
static inline vector fused(nn_real a, vector b, vector c) {
  return (vector)_mm256_fmadd_pd(_mm256_set1_pd(a), (__m256d)b, (__m256d)c);
}

static inline vector load_first(const nn_real *from, size_t n) {
  return (vector)_mm256_maskload_pd(from, first(n));
}

static inline void store_first(nn_real *to, size_t n, vector v) {
  if (n == LANES)
    store(to, v); /* much faster than with a mask */
  else
    _mm256_maskstore_pd(to, first(n), (__m256d)v);
}
#endif
