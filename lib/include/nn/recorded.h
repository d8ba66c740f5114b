/* recorded: tables that take longer to compute than a build may.
 *
 * `./course measure` computes such a table once, row by row, and it is
 * committed as DIR/NAME.tsv, with the digest of the program and its inputs
 * and the kind of machine. An experiment reads it instead of computing it,
 * but computes its first rows again and stops if they are not the same, to
 * the last bit. Columns whose names begin with "clock" are what a clock
 * said: those are not compared.
 *
 * The command line of nn_run_begin says which it is:
 *   --recorded DIR                 reads the tables of DIR
 *   --record DIR --digest TEXT --machine TEXT
 *                                  computes those that are missing in DIR
 *                                  or were made under another digest; what
 *                                  was computed when it was interrupted is
 *                                  kept
 *   neither                        computes every row
 * Numbers are written with a point, whatever setlocale said. */
#ifndef NN_RECORDED_H
#define NN_RECORDED_H

#include <nn/real.h>
#include <nn/run.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Computes row `row` into `values`, one for each column. A row depends on
 * its number and the context alone, not on --seed or on other rows. */
typedef void nn_recorded_row(size_t row, void *context, nn_real *values);

typedef struct {
  const char *name;    /* of the table: the file is NAME.tsv */
  const char *columns; /* their names, with spaces between */
  size_t rows;
  size_t repeated; /* how many a build computes again, at least 1 */
  nn_recorded_row *compute;
  void *context;
} nn_recorded;

/* The table's numbers, row after row. They live until nn_run_end. Ends the
 * program if they cannot be had, or are not what is computed now. */
const nn_real *nn_run_recorded(nn_run *run, const nn_recorded *table);

#ifdef __cplusplus
}
#endif

#endif
