/* csv_cause: what is likely wrong with a file of numbers, for the errors of
 * csv. */
#ifndef NN_CSV_CAUSE_H
#define NN_CSV_CAUSE_H

#include <stdbool.h>
#include <stddef.h>

/* Does a cell say that its value is missing: empty, "?", "NA" ...? */
bool nn_csv_is_missing(const char *cell);

/* What separates the numbers in a cell that seems to hold several, or '\0'.
 * A comma may also be a decimal one. */
char nn_csv_separator_within(const char *cell);

/* Why a cell is likely no number, and what to do about it: the end of a
 * sentence, from "; " on, or "" if that is anyone's guess. `heading`: the
 * line might be one. `classes`: the column might name classes. */
const char *nn_csv_cause(const char *cell, char separator, bool heading,
                         bool classes);

#endif
