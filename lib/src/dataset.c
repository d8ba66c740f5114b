#include <nn/dataset.h>

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static nn_real *zeros(size_t rows, size_t columns) {
  assert(columns == 0 || rows <= SIZE_MAX / columns);
  size_t count = rows * columns;
  nn_real *block = calloc(count ? count : 1, sizeof *block);
  if (!block) {
    fprintf(stderr, "nn: no memory for %zu numbers\n", count);
    exit(EXIT_FAILURE);
  }
  return block;
}

nn_dataset nn_dataset_new(size_t count, size_t inputs, size_t targets) {
  return (nn_dataset){
      .count = count,
      .inputs = inputs,
      .targets = targets,
      .x = zeros(count, inputs),
      .t = zeros(count, targets),
  };
}

void nn_dataset_free(nn_dataset *data) {
  free(data->x);
  free(data->t);
  *data = (nn_dataset){0};
}

nn_real *nn_dataset_input(const nn_dataset *data, size_t i) {
  assert(i < data->count);
  return data->x + i * data->inputs;
}

nn_real *nn_dataset_target(const nn_dataset *data, size_t i) {
  assert(i < data->count);
  return data->t + i * data->targets;
}

nn_dataset nn_dataset_boolean(size_t inputs, uint64_t table) {
  assert(1 <= inputs && inputs <= 6);
  size_t rows = (size_t)1 << inputs;
  nn_dataset data = nn_dataset_new(rows, inputs, 1);

  for (size_t row = 0; row < rows; row++) {
    nn_real *x = nn_dataset_input(&data, row);
    for (size_t i = 0; i < inputs; i++)
      x[i] = (nn_real)(row >> (inputs - 1 - i) & 1);
    *nn_dataset_target(&data, row) = (nn_real)(table >> row & 1);
  }
  return data;
}

nn_dataset nn_dataset_road(nn_rng *rng, size_t count, nn_real angle,
                           nn_real offset, nn_real gap) {
  assert(0 <= gap && gap < 1);
  nn_real across_x = (nn_real)cos((double)angle);
  nn_real across_y = (nn_real)sin((double)angle);
  nn_dataset data = nn_dataset_new(count, 2, 1);

  for (size_t i = 0; i < count; i++) {
    nn_real *x = nn_dataset_input(&data, i);
    nn_real side;
    do {
      x[0] = nn_rng_between(rng, -1, 1);
      x[1] = nn_rng_between(rng, -1, 1);
      side = x[0] * across_x + x[1] * across_y - offset;
    } while (-gap / 2 < side && side < gap / 2);
    *nn_dataset_target(&data, i) = side > 0;
  }
  return data;
}
