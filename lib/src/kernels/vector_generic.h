/* Vectors of 16 bytes, as most processors have them, in plain C. */

#define INSTRUCTIONS generic
#define VECTOR_BYTES 16
enum { REGISTERS = 16, TILE_ROWS = 4 };
#include "vector_type.h"

static inline vector fused(nn_real a, vector b, vector c) {
  for (int lane = 0; lane < LANES; lane++)
    c[lane] = fused_one(a, b[lane], c[lane]);
  return c;
}

#include "vector_parts.h"
