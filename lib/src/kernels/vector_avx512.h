/* AVX-512: 32 registers of 64 bytes, with a mask for every instruction. */
#include <immintrin.h>

#define INSTRUCTIONS avx512
#define VECTOR_BYTES 64
enum { REGISTERS = 32, TILE_ROWS = 12 };
#include "vector_type.h"

#ifdef NN_REAL_IS_FLOAT
static inline __mmask16 first(size_t n) {
  return (__mmask16)((1U << n) - 1);
}

static inline vector fused(nn_real a, vector b, vector c) {
  return (vector)_mm512_fmadd_ps(_mm512_set1_ps(a), (__m512)b, (__m512)c);
}

static inline vector load_first(const nn_real *from, size_t n) {
  return (vector)_mm512_maskz_loadu_ps(first(n), from);
}

static inline void store_first(nn_real *to, size_t n, vector v) {
  _mm512_mask_storeu_ps(to, first(n), (__m512)v);
}
#else
static inline __mmask8 first(size_t n) {
  return (__mmask8)((1U << n) - 1);
}

static inline vector fused(nn_real a, vector b, vector c) {
  return (vector)_mm512_fmadd_pd(_mm512_set1_pd(a), (__m512d)b, (__m512d)c);
}

static inline vector load_first(const nn_real *from, size_t n) {
  return (vector)_mm512_maskz_loadu_pd(first(n), from);
}

static inline void store_first(nn_real *to, size_t n, vector v) {
  _mm512_mask_storeu_pd(to, first(n), (__m512d)v);
}
#endif
