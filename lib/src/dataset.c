#include <nn/dataset.h>

#include <assert.h>
#include <math.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static nn_real *zeros(size_t rows, size_t columns) {
  bool countable = columns == 0 || rows <= SIZE_MAX / columns;
  return nn_vector_new(countable ? rows * columns : SIZE_MAX);
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
  nn_vector_free(data->x);
  nn_vector_free(data->t);
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

/* ---- changing one ----------------------------------------------------*/

/* Mean and standard deviation of one input; 1 if it never changes. */
static void measure(const nn_dataset *data, size_t input, nn_real *mean,
                    nn_real *deviation) {
  nn_real n = (nn_real)data->count, sum = 0, squares = 0;
  nn_real first = nn_dataset_input(data, 0)[input];
  bool changes = false;
  for (size_t i = 0; i < data->count; i++) {
    nn_real x = nn_dataset_input(data, i)[input];
    sum += x;
    if (x != first) changes = true;
  }
  if (!changes) { /* its mean, rounded, might be another number */
    *mean = first;
    *deviation = 1;
    return;
  }
  *mean = sum / n;
  for (size_t i = 0; i < data->count; i++) {
    nn_real off = nn_dataset_input(data, i)[input] - *mean;
    squares += off * off;
  }
  *deviation = (nn_real)sqrt((double)(squares / n));
}

void nn_dataset_standardise(nn_dataset *data, const nn_dataset *by) {
  assert(data->inputs == by->inputs && by->count > 0);
  for (size_t input = 0; input < data->inputs; input++) {
    nn_real mean, deviation;
    measure(by, input, &mean, &deviation);
    for (size_t i = 0; i < data->count; i++) {
      nn_real *x = nn_dataset_input(data, i);
      x[input] = (x[input] - mean) / deviation;
    }
  }
}

bool nn_dataset_one_hot(nn_dataset *data, size_t classes, nn_error *error) {
  assert(data->targets == 1 && classes > 0);
  nn_real *hot = zeros(data->count, classes);
  for (size_t i = 0; i < data->count; i++) {
    nn_real t = data->t[i];
    bool within = t >= 0 && t < (nn_real)classes;
    if (!within || (nn_real)(size_t)t != t) {
      nn_vector_free(hot);
      return nn_fail(error,
                     "example %zu: the target %g is no class from 0 to %zu",
                     i, (double)t, classes - 1);
    }
    hot[i * classes + (size_t)t] = 1;
  }
  nn_vector_free(data->t);
  data->t = hot;
  data->targets = classes;
  return true;
}

static void copy_examples(const nn_dataset *from, const size_t *order,
                          nn_dataset *to) {
  size_t x_bytes = from->inputs * sizeof(nn_real);
  size_t t_bytes = from->targets * sizeof(nn_real);
  for (size_t i = 0; i < to->count; i++) {
    memcpy(nn_dataset_input(to, i), nn_dataset_input(from, order[i]),
           x_bytes);
    memcpy(nn_dataset_target(to, i), nn_dataset_target(from, order[i]),
           t_bytes);
  }
}

void nn_dataset_split(const nn_dataset *data, size_t count, nn_rng *rng,
                      nn_dataset *first, nn_dataset *rest) {
  assert(count <= data->count);
  size_t *order = malloc((data->count + 1) * sizeof *order);
  if (!order) {
    fprintf(stderr, "nn: no memory to split a data set\n");
    exit(EXIT_FAILURE);
  }
  for (size_t i = 0; i < data->count; i++) order[i] = i;
  nn_rng_shuffle(rng, order, data->count);
  *first = nn_dataset_new(count, data->inputs, data->targets);
  *rest = nn_dataset_new(data->count - count, data->inputs, data->targets);
  copy_examples(data, order, first);
  copy_examples(data, order + count, rest);
  free(order);
}
