/* model: a network and its weights in a file.
 *
 * The file is text, to be read by people too, with every number written
 * in hexadecimal, as C's %a in the C locale (whatever setlocale said),
 * exact to the last bit:
 *
 *   nn-model 1                  the version of the format
 *   inputs 2
 *   layer 2 sigmoid             outputs and activation, layer by layer
 *   layer 1 sigmoid skips       ... with skip connections
 *   params 11
 *   0x1.8p+1                    the numbers of params, one on each line
 *   ...
 *   check 9ae0daaf              CRC-32 of all that stands above
 */
#ifndef NN_MODEL_H
#define NN_MODEL_H

#include <nn/error.h>
#include <nn/net.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes net and params. What the file held before is replaced only when
 * all is written, by way of a second file, PATH.part. False, with the
 * reason, if it cannot be written, a weight is not finite, or the network
 * is one that would not be loaded. */
bool nn_model_save(const char *path, const nn_net *net,
                   const nn_real *params, nn_error *error);

/* Makes the network of the file, and its params as nn_net_vector would
 * (free both). False, with file and line in the error and nothing made,
 * if the file is no such model, is damaged, is of another version, has a
 * number that is not finite or that an nn_real cannot hold exactly. */
bool nn_model_load(const char *path, nn_net *net, nn_real **params,
                   nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
