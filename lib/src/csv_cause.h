/* What people's files have where a number is expected, for the errors of
 * csv. */
#ifndef NN_CSV_CAUSE_H
#define NN_CSV_CAUSE_H

#include <stdbool.h>
#include <stddef.h>

/* Does a cell say that its value is missing: empty, "?", "NA" ...? */
bool csv_is_missing(const char *cell);

/* What separates the numbers in a cell that seems to be several, or '\0'. A
 * comma may also be that of a number. */
char csv_separator_within(const char *cell);

/* The likely cause of a cell not being a number, and what to do, as the end
 * of a sentence, from "; " on; empty if it is anyone's guess. `heading`:
 * the line might be one. `classes`: the column might name classes. */
const char *csv_cause(const char *cell, char separator, bool heading,
                      bool classes);

#endif
