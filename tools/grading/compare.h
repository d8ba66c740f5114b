/* compare: are two answers the same? */
#ifndef COMPARE_H
#define COMPARE_H

#include "message.h"

/* How near an answer has to be where nothing else is declared. */
#define COMPARE_DIGITS 1e-9

/* Equal to `digits` (such as COMPARE_DIGITS), relative to what is larger
 * than `unit`, or both not numbers. */
bool compare_near(double a, double b, double digits, double unit);

/* The first field and index at which `answer` is not `right`, to `digits`;
 * false if none. A field that is missing or of another length differs at
 * once; fields that `right` does not have are not looked at. */
bool compare_differs(const message *right, const message *answer,
                     double digits, const message_field **field,
                     size_t *index);

/* The same to the last bit, and not a number is like any other such. */
bool compare_changed(const message *answer, const message *other,
                     const message_field **field, size_t *index);

/* Is every number of `right` near that of `answer`? */
bool compare_all_near(const message *right, const message *answer,
                      double digits, double unit);

/* The size of the largest number in it, or 1. */
double compare_largest(const message *m);

#endif
