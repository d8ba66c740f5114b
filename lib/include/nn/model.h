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
 *
 * Version 2 is written only where there is one of the things that it adds:
 *
 *   inputs 2 standardised       after the params there are two sections
 *                               more, "means 2" and "deviations 2"
 *   layer 2 relu dropout 0x1p-1 ... with this probability
 */
#ifndef NN_MODEL_H
#define NN_MODEL_H

#include <nn/error.h>
#include <nn/net.h>
#include <nn/standardisation.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes net, params and, unless it is NULL or empty, the standardisation
 * that all inputs go through before the network. What the file held before
 * is replaced only when all is written, by way of a second file, PATH.part.
 * False, with the reason, if it cannot be written, a number is not finite,
 * or the network is one that would not be loaded. */
bool nn_model_save(const char *path, const nn_net *net,
                   const nn_real *params,
                   const nn_standardisation *standardisation,
                   nn_error *error);

/* Makes the network of the file, its params as nn_net_vector would, and its
 * standardisation; free all three. If the file has no standardisation, it
 * is empty, and nn_standardise changes nothing. It may be NULL: then a file
 * that has one is refused, since its network would get other inputs than it
 * was trained on. False, with file and line in the error and nothing made,
 * if the file is no such model, is damaged, is of another version, has a
 * number that is not finite or that an nn_real cannot hold exactly. */
bool nn_model_load(const char *path, nn_net *net, nn_real **params,
                   nn_standardisation *standardisation, nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
