/* standardisation: inputs of mean 0 and standard deviation 1.
 *
 * A network that was trained on standardised inputs needs every later input
 * standardised by the same numbers, those of its training set. So they are
 * saved with the model (nn/model.h). */
#ifndef NN_STANDARDISATION_H
#define NN_STANDARDISATION_H

#include <nn/dataset.h>
#include <nn/real.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  size_t inputs;      /* 0: none, which changes nothing */
  nn_real *mean;      /* [inputs] */
  nn_real *deviation; /* [inputs], standard deviations above 0 */
} nn_standardisation;

/* The mean and standard deviation (with 1 / count) of each input over all
 * examples; an input that never changes, or too little for its square to be
 * a number above 0, gets the deviation 1. Free it with
 * nn_standardisation_free. Requires data->count > 0. */
nn_standardisation nn_standardisation_of(const nn_dataset *data);
void nn_standardisation_free(nn_standardisation *by);

/* x [rows][by->inputs] becomes (x - mean) / deviation. */
void nn_standardise(const nn_standardisation *by, nn_real *x, size_t rows);

#ifdef __cplusplus
}
#endif

#endif
