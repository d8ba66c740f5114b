#include "require.h"

#include <math.h>
#include <nn/standardisation.h>
#include <nn/vector.h>

/* Of one input. */
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
  if (*deviation == 0) *deviation = 1; /* the squares were too small */
}

nn_standardisation nn_standardisation_of(const nn_dataset *data) {
  nn_require(data->count > 0, "the data have no example to measure");
  nn_standardisation by = {.inputs = data->inputs,
                           .mean = nn_vector_new(data->inputs),
                           .deviation = nn_vector_new(data->inputs)};
  for (size_t i = 0; i < by.inputs; i++)
    measure(data, i, &by.mean[i], &by.deviation[i]);
  return by;
}

void nn_standardisation_free(nn_standardisation *by) {
  nn_vector_free(by->mean);
  nn_vector_free(by->deviation);
  *by = (nn_standardisation){0};
}

void nn_standardise(const nn_standardisation *by, nn_real *x, size_t rows) {
  for (size_t row = 0; row < rows; row++, x += by->inputs)
    for (size_t i = 0; i < by->inputs; i++)
      x[i] = (x[i] - by->mean[i]) / by->deviation[i];
}
