/* divergence: why a loss is no longer a finite number. */
#ifndef NN_DIVERGENCE_H
#define NN_DIVERGENCE_H

#include <nn/dataset.h>
#include <stddef.h>

/* Where it was seen. */
typedef struct {
  size_t epoch;           /* 1 for the first */
  size_t batch;           /* likewise, in its epoch; 0: the validation */
  nn_real loss;           /* nan or infinite */
  nn_real rate;           /* by which the weights changed last; 0: never */
  const nn_dataset *data; /* of these data ... */
  const size_t *examples; /* ... these were seen; NULL: all */
  size_t count;           /* so many */
  size_t best;            /* the epoch whose weights are kept; 0: none */
} nn_divergence;

/* Says on standard error that training ends and what the likely cause is: a
 * number of the data that is not finite, the weights, or the rate. */
void nn_divergence_tell(const nn_divergence *divergence);

#endif
