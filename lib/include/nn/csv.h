/* csv: data sets from text files of numbers. */
#ifndef NN_CSV_H
#define NN_CSV_H

#include <nn/dataset.h>
#include <nn/error.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads comma-separated numbers, an example on each line, into a new data
 * set. The last `targets` numbers of a line are its target, those before
 * its input. A first line without any number is taken for the names of
 * the columns; blank lines are skipped, and a number may stand in double
 * quotes. A number has a point, never a comma, whatever setlocale said.
 *
 * Refused, with file and line in the error and nothing in *data: a cell
 * that is no finite number, lines of different lengths, a line with no
 * more than `targets` numbers, a file without examples. */
bool nn_csv_read(const char *path, size_t targets, nn_dataset *data,
                 nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
