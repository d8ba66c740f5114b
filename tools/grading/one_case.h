/* one_case: a driver without a grader, for ./course debug: one call of a
 * student's function, with numbers that are written in a program. */
#ifndef ONE_CASE_H
#define ONE_CASE_H

#include <stddef.h>

typedef struct {
  const char *name;
  const double *values;
  size_t count;
} numbers;

/* Calls the function as the exercise's driver does, with what is given,
 * and prints what came back beside what is expected. An entry without a
 * name ends each list; of what is expected there may be none. Returns 0 if
 * all is as expected, as main should. */
int one_case(const char *function, const numbers given[],
             const numbers expected[]);

#endif
