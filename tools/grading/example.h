/* example: the worked examples of a task, which are executed.
 *
 * A task.md has them in code blocks of class `example`, one call a line:
 *
 *     ``` example
 *     learn(w = [1, 0], b = -1, x = [1, 1], y = 1)
 *       → w = [2, 1], b = 0, returned = 1
 *     log_of(x = [2]) -> returned = 0.6931...
 *     ```
 *
 * The fields of the query are in brackets, those of the answer behind the
 * arrow; an answer's field of which the example says nothing is left out.
 * Lines that begin with a blank continue a call. Numbers are written as
 * strtod reads them. One that ends in dots is cut off: the answer's number
 * must begin with these digits. Any other must be the answer's to 1e-9,
 * relative to what is larger than 1. */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct {
  long line; /* of the file, in which the call begins */
  message query;
  message answer; /* what the task says, its name "answer" */
  message units;  /* its fields: of each number the unit of the last digit
                   * if it is cut off, else 0 */
} example;

typedef struct {
  example *all;
  size_t count;
} example_list;

/* Reads all examples of a task. Returns how many mistakes it has found in
 * them; each is written to `out` as FILE:LINE: what is wrong. Free the
 * list in any case. */
size_t examples_read(const char *file, example_list *list, FILE *out);
void examples_free(example_list *list);

/* Reads a call alone, as it stands before the arrow, into a query to be
 * freed. False if it is none. */
bool example_read_call(const char *call, message *query);

/* Is the number that was computed the one that is written? `unit` as
 * above. */
bool example_agrees(double written, double unit, double computed);

/* Answers a query: adds the fields to an answer that is empty. */
typedef void example_call(const message *query, message *answer);

/* Reads the examples of a task, calls `answer` for each, and writes those
 * that disagree to `out`: FILE:LINE: learn(...) gave b = 1; the task says
 * 0. A task without an example is a mistake unless `none` is allowed.
 * Returns how many lines were written. */
size_t examples_check(const char *file, example_call *answer, bool none,
                      FILE *out);

#endif
