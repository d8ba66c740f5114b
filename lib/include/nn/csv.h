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

/* Whether the first line is a heading, the names of the columns, which is
 * skipped.
 *   NN_HEADING_FOUND  it is if none of its cells is a number. A line that
 *                     could be either is refused: 0, 1, 2 ... in order, or
 *                     nothing but marks of missing values
 *   NN_HEADING_YES    it is, whatever it says
 *   NN_HEADING_NO     it is the first example */
typedef enum {
  NN_HEADING_FOUND,
  NN_HEADING_YES,
  NN_HEADING_NO
} nn_csv_heading;

/* How a file is laid out. Left out, everything is 0: commas between numbers
 * that are all inputs. The iris data, say, have four lengths and a name on
 * each line:
 *
 *   const char *const names[] = {"setosa", "versicolor", "virginica"};
 *   nn_csv_options iris = {.targets = 1, .classes = names,
 *                          .class_count = 3};
 */
typedef struct {
  size_t targets; /* how many columns are targets; the others are inputs */
  const size_t *target_columns; /* [targets], counted from 0, in the order
                                   of the targets; NULL: the last ones */
  char separator; /* , ; : | or a tab; ' ': any white space; 0: a comma */
  nn_csv_heading heading;
  const char *const *classes; /* [class_count] names. The only target column
                                 holds one of them on each line, and the
                                 target becomes its number, counted from 0.
                                 NULL: numbers, as in other columns */
  size_t class_count;
} nn_csv_options;

/* Reads a file with an example on each line into a new data set. Blank
 * lines are skipped. A cell may be in double quotes, which may enclose
 * separators but no quotes. A number has a point, never a comma, whatever
 * setlocale said.
 *
 * Refused, with file, line and the likely cause in the error and nothing in
 * *data: a cell that is no finite number or no class, lines of different
 * lengths, a line with no more than `targets` cells, a file without
 * examples. Errors count columns from 1. Requires target_columns that are
 * all different, and targets == 1 if there are classes. */
bool nn_csv_read(const char *path, nn_csv_options options, nn_dataset *data,
                 nn_error *error);

#ifdef __cplusplus
}
#endif

#endif
