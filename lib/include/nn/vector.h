/* vector: a row of numbers, the one shape in which everything is kept. */
#ifndef NN_VECTOR_H
#define NN_VECTOR_H

#include <nn/real.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A program for floats and a library for doubles do not go together: so
 * the linker says it. */
#ifdef NN_REAL_IS_FLOAT
#define nn_vector_new nn_vector_new_float
#endif

/* An array of `count` zeros, aligned for the widest vector registers; free
 * it with nn_vector_free. Ends the program with a message if there is no
 * memory for it. */
nn_real *nn_vector_new(size_t count);
void nn_vector_free(nn_real *vector);

#ifdef __cplusplus
}
#endif

#endif
