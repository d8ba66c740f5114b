/* checkpoint: a training in a file, to go on from after an interruption.
 *
 * A checkpoint holds what a step changes: the weights, the optimiser's
 * memory and the state of the random generator. A training that goes on
 * from it comes to the same bits as one that was never interrupted.
 *
 * It belongs to one network and one optimiser: it lists their layers and
 * options, so that it is refused by any other. The file is text with a
 * checksum, like a model's; a library for floats does not read one of
 * doubles.
 *
 * nn_train can write checkpoints by itself, which also hold the epoch, the
 * order of the examples and the best weights: see nn_train_options. The
 * functions here are for a loop of your own; what else such a loop needs to
 * know, it has to keep itself. */
#ifndef NN_CHECKPOINT_H
#define NN_CHECKPOINT_H

#include <nn/error.h>
#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes params [net->params], the optimiser and the generator, which may
 * be NULL. An older file at the path is replaced only when the new one is
 * complete, so that there is always one. */
bool nn_checkpoint_save(const char *path, const nn_net *net,
                        const nn_real *params,
                        const nn_optimizer *optimizer, const nn_rng *rng,
                        nn_error *error);

/* Brings params, optimiser and generator (NULL if it was saved so) back to
 * what they were. Refused, with file and line in the error and nothing
 * changed: a checkpoint of another network, of other options or of the
 * other kind of number, and a file that is damaged or cut off. */
bool nn_checkpoint_load(const char *path, const nn_net *net,
                        nn_real *params, nn_optimizer *optimizer,
                        nn_rng *rng, nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
