/* checkpoint_parts: what a file of a training holds. */
#ifndef NN_CHECKPOINT_PARTS_H
#define NN_CHECKPOINT_PARTS_H

#include <nn/checkpoint.h>
#include <nn/train.h>

/* All but the weights. */
typedef struct {
  const nn_net *net;
  nn_optimizer *optimizer; /* for as many weights */
  nn_rng *rng;             /* or NULL */
  const char *identity;    /* lines that tell this training from others */
  nn_training *result;     /* how far it has come; NULL for such a loop */
  nn_real *best;           /* [net->params], or NULL */
  size_t *order;           /* [examples] of the data, or NULL */
  size_t examples;
} nn_checkpoint;

/* The lines of its network, optimiser and training, to be freed. Options
 * and data are NULL for a loop of one's own. */
char *nn_checkpoint_identity(const nn_checkpoint *checkpoint,
                             const nn_train_options *options,
                             const nn_dataset *data);

bool nn_checkpoint_write(const char *path, const nn_checkpoint *checkpoint,
                         const nn_real *params, nn_error *error);

/* Fills params and what the checkpoint points to; changes nothing if it
 * fails. */
bool nn_checkpoint_read(const char *path, const nn_checkpoint *checkpoint,
                        nn_real *params, nn_error *error);

#endif
