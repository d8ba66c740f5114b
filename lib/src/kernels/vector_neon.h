/* NEON, of every 64-bit ARM processor: 32 registers of 16 bytes. */
#include <arm_neon.h>

#define INSTRUCTIONS neon
#define VECTOR_BYTES 16
enum { REGISTERS = 32, TILE_ROWS = 12 };
#include "vector_type.h"

static inline vector fused(nn_real a, vector b, vector c) {
#ifdef NN_REAL_IS_FLOAT
  return (vector)vfmaq_n_f32((float32x4_t)c, (float32x4_t)b, a);
#else
  return (vector)vfmaq_n_f64((float64x2_t)c, (float64x2_t)b, a);
#endif
}

#include "vector_parts.h"
