/* idx: images and their labels, in the format of MNIST.
 *
 * An IDX file is two zero bytes, the type of its numbers (8: unsigned
 * bytes), how many sizes follow, the sizes in four bytes each with the
 * most significant first, and the numbers. It may be compressed with
 * gzip. */
#ifndef NN_IDX_H
#define NN_IDX_H

#include <nn/dataset.h>
#include <nn/error.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a file of images and the file of their labels into a new data
 * set. An image's bytes, row after row, become inputs from 0 to 1; its
 * label becomes the target, the number of a class (nn_dataset_one_hot).
 *
 * Refused, with file and offset in the error and nothing in *data: what
 * is not IDX or of another type, truncated or with bytes too many, or of
 * more than 2^28 numbers, and two files of different counts. Memory grows
 * with the bytes that arrive, whatever sizes the file claims, to at most
 * twice that of the data set. */
bool nn_idx_read(const char *images, const char *labels, nn_dataset *data,
                 nn_error *error);

/* The same, of no more than the first `count` examples. What stands behind
 * them in the files is not read, so damage there is not seen. Requires
 * count > 0. */
bool nn_idx_read_first(size_t count, const char *images, const char *labels,
                       nn_dataset *data, nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
