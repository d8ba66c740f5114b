#include "require.h"

#include <nn/dataset.h>
#include <nn/standardisation.h>
#include <nn/vector.h>

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
  if (!data->is_view) {
    nn_vector_free(data->x);
    nn_vector_free(data->t);
  }
  *data = (nn_dataset){0};
}

nn_real *nn_dataset_input(const nn_dataset *data, size_t i) {
  nn_require(i < data->count, "example %zu of %zu, counted from 0", i,
             data->count);
  return data->x + i * data->inputs;
}

nn_real *nn_dataset_target(const nn_dataset *data, size_t i) {
  nn_require(i < data->count, "example %zu of %zu, counted from 0", i,
             data->count);
  return data->t + i * data->targets;
}

/* ---- changing one ----------------------------------------------------*/

void nn_dataset_standardise(nn_dataset *data, const nn_dataset *by) {
  nn_require(data->inputs == by->inputs,
             "the data have %zu inputs, those to standardise by %zu",
             data->inputs, by->inputs);
  nn_standardisation standardisation = nn_standardisation_of(by);
  nn_standardise(&standardisation, data->x, data->count);
  nn_standardisation_free(&standardisation);
}

bool nn_dataset_one_hot(nn_dataset *data, size_t classes, nn_error *error) {
  nn_require(data->targets == 1,
             "the data have %zu targets for each example, where the number "
             "of its class is expected",
             data->targets);
  nn_require(classes > 0, "there are 0 classes");
  if (data->is_view)
    return nn_fail(error, "a part of a data set cannot get more targets: "
                          "nn_dataset_one_hot comes before it is split");
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

static void swap(nn_real *a, nn_real *b, size_t count) {
  for (size_t i = 0; i < count; i++) {
    nn_real kept = a[i];
    a[i] = b[i];
    b[i] = kept;
  }
}

/* Draws as nn_rng_shuffle does, to the same order. */
void nn_dataset_shuffle(nn_dataset *data, nn_rng *rng) {
  nn_require(rng, "rng is NULL: make one with nn_rng_seeded");
  for (size_t i = data->count; i > 1; i--) {
    size_t j = nn_rng_below(rng, i);
    swap(nn_dataset_input(data, i - 1), nn_dataset_input(data, j),
         data->inputs);
    swap(nn_dataset_target(data, i - 1), nn_dataset_target(data, j),
         data->targets);
  }
}

/* ---- parts of one ----------------------------------------------------*/

nn_dataset nn_dataset_part(const nn_dataset *data, size_t first,
                           size_t count) {
  nn_require(first <= data->count && count <= data->count - first,
             "%zu examples from %zu on, but the data have only %zu", count,
             first, data->count);
  nn_dataset part = *data;
  part.is_view = true;
  part.count = count;
  part.x += first * data->inputs;
  part.t += first * data->targets;
  return part;
}

void nn_dataset_split(nn_dataset *data, size_t count, nn_rng *rng,
                      nn_dataset *first, nn_dataset *rest) {
  nn_require(count <= data->count,
             "a first part of %zu examples, but the data have only %zu",
             count, data->count);
  nn_require(rng, "rng is NULL: make one with nn_rng_seeded");
  nn_dataset_shuffle(data, rng);
  *first = nn_dataset_part(data, 0, count);
  *rest = nn_dataset_part(data, count, data->count - count);
}
