/* batches: the examples of a data set, a batch at a time. */
#ifndef NN_BATCHES_H
#define NN_BATCHES_H

#include <nn/dataset.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const nn_dataset *data;
  size_t size;    /* examples of a batch; the last may have fewer */
  size_t *order;  /* [data->count] in which the examples come */
  nn_real *x, *t; /* room to put a batch side by side; NULL where each is */
} nn_batches;

typedef struct {
  const size_t *examples; /* [count] which they are in the data set */
  size_t count;
  const nn_real *x; /* [count][data->inputs] */
  const nn_real *t; /* [count][data->targets] */
} nn_batch;

/* Batches of so many examples, 0 for all, at first in the order in which
 * the data set has them; the order may change unless they stay in_order.
 * Ends the program with a message if there is no memory. */
nn_batches nn_batches_new(const nn_dataset *data, size_t size,
                          bool in_order);
void nn_batches_free(nn_batches *batches);

/* How many batches an epoch has. */
size_t nn_batches_count(const nn_batches *batches);

/* The batch that begins at this place of the order, until the next call.
 * Requires first < data->count. */
nn_batch nn_batches_at(nn_batches *batches, size_t first);

#endif
