#include <nn/vector.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

nn_real *nn_vector_new(size_t count) {
  enum { ALIGNMENT = 64 };
  size_t bytes = count * sizeof(nn_real);
  size_t rounded = bytes / ALIGNMENT * ALIGNMENT + ALIGNMENT;
  nn_real *vector = NULL;
  if (count < SIZE_MAX / sizeof(nn_real) - ALIGNMENT)
    vector = aligned_alloc(ALIGNMENT, rounded);
  if (!vector) {
    fprintf(stderr, "nn: no memory for %zu numbers\n", count);
    exit(EXIT_FAILURE);
  }
  memset(vector, 0, rounded);
  return vector;
}

void nn_vector_free(nn_real *vector) {
  free(vector);
}
