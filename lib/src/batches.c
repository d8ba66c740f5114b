#include "batches.h"

#include <assert.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t at_most(size_t n, size_t limit) {
  return n < limit ? n : limit;
}

nn_batches nn_batches_new(const nn_dataset *data, size_t size,
                          bool in_order) {
  nn_batches batches = {
      .data = data,
      .size = at_most(size ? size : data->count, data->count),
      .order = malloc(data->count * sizeof *batches.order)};
  if (!batches.order) {
    fprintf(stderr, "nn: no memory to train\n");
    exit(EXIT_FAILURE);
  }
  for (size_t i = 0; i < data->count; i++) batches.order[i] = i;
  if (!in_order && batches.size > 1) {
    batches.x = nn_vector_new(batches.size * data->inputs);
    batches.t = nn_vector_new(batches.size * data->targets);
  }
  return batches;
}

void nn_batches_free(nn_batches *batches) {
  free(batches->order);
  nn_vector_free(batches->x);
  nn_vector_free(batches->t);
  *batches = (nn_batches){0};
}

size_t nn_batches_count(const nn_batches *batches) {
  size_t count = batches->data->count, size = batches->size;
  return count / size + (count % size != 0);
}

/* Puts these examples side by side. */
static void gather(nn_batches *batches, const nn_batch *batch) {
  const nn_dataset *data = batches->data;
  for (size_t row = 0; row < batch->count; row++) {
    size_t i = batch->examples[row];
    memcpy(batches->x + row * data->inputs, nn_dataset_input(data, i),
           data->inputs * sizeof *batches->x);
    memcpy(batches->t + row * data->targets, nn_dataset_target(data, i),
           data->targets * sizeof *batches->t);
  }
}

nn_batch nn_batches_at(nn_batches *batches, size_t first) {
  const nn_dataset *data = batches->data;
  assert(first < data->count);
  nn_batch batch = {.examples = batches->order + first,
                    .count = at_most(data->count - first, batches->size)};
  if (batches->x) {
    gather(batches, &batch);
    batch.x = batches->x;
    batch.t = batches->t;
  } else {
    batch.x = nn_dataset_input(data, *batch.examples);
    batch.t = nn_dataset_target(data, *batch.examples);
  }
  return batch;
}
