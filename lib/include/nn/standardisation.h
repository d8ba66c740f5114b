/* standardisation: inputs shifted and scaled to mean 0 and deviation 1.
 *
 * A network that was trained on standardised inputs has to be given such
 * inputs ever after, by the means and deviations of its training set: so
 * these go into the model's file (nn/model.h). */
#ifndef NN_STANDARDISATION_H
#define NN_STANDARDISATION_H

#include <nn/dataset.h>
#include <nn/real.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  size_t inputs;      /* 0: there is none, and nothing is changed by it */
  nn_real *mean;      /* [inputs] */
  nn_real *deviation; /* [inputs]: standard deviations, all above 0 */
} nn_standardisation;

/* That of each input over all examples, the deviation with 1 / count; an
 * input that never changes gets the deviation 1. Free it with
 * nn_standardisation_free. Requires data->count > 0. */
nn_standardisation nn_standardisation_of(const nn_dataset *data);
void nn_standardisation_free(nn_standardisation *by);

/* x [rows][by->inputs] becomes (x - mean) / deviation. */
void nn_standardise(const nn_standardisation *by, nn_real *x, size_t rows);

#ifdef __cplusplus
}
#endif

#endif
