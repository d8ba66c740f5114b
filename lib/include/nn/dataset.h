/* dataset: examples to learn from.
 *
 * A data set is two tables with one row for each example: its inputs and
 * its targets, row after row in one block of memory. */
#ifndef NN_DATASET_H
#define NN_DATASET_H

#include <nn/real.h>
#include <nn/rng.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t count;   /* examples */
  size_t inputs;  /* numbers in one input */
  size_t targets; /* numbers in one target */
  nn_real *x;     /* [count][inputs] */
  nn_real *t;     /* [count][targets] */
} nn_dataset;

/* `count` examples of zeros; free with nn_dataset_free. Ends the program
 * with a message if there is no memory for them. */
nn_dataset nn_dataset_new(size_t count, size_t inputs, size_t targets);
void nn_dataset_free(nn_dataset *data);

/* Example i's inputs, an array of data->inputs numbers. */
nn_real *nn_dataset_input(const nn_dataset *data, size_t i);

/* Example i's targets, an array of data->targets numbers. */
nn_real *nn_dataset_target(const nn_dataset *data, size_t i);

/* The Boolean function of `inputs` variables (1 to 6) with this truth
 * table: 2^inputs examples in counting order (00, 01, 10, 11), the first
 * input being the most significant digit. The target of row r, 0 or 1,
 * is bit r of the table: AND of two is 0x8, OR 0xe, XOR 0x6. */
nn_dataset nn_dataset_boolean(size_t inputs, uint64_t table);

/* `count` points of the square [-1, 1]^2, spread evenly but for an empty
 * road of width `gap` (0 <= gap < 1) along the line
 * x1 cos(angle) + x2 sin(angle) = offset (-1 < offset < 1). The target is
 * 1 on the side to which the angle (radians) points, else 0. */
nn_dataset nn_dataset_road(nn_rng *rng, size_t count, nn_real angle,
                           nn_real offset, nn_real gap);

#endif
