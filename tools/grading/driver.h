/* driver: the side of grading that runs the student's code.
 *
 * An exercise's driver names the functions of the exercise and says how
 * to call each: take the arguments from a query, call, put what came back
 * into an answer. It does not know what is right.
 *
 *     static void call_step(const message *query, message *answer) {
 *       double *w = driver_array(query, "w");
 *       bool changed = step(w, driver_number(query, "y"));
 *       message_add(answer, "w", w, message_count(query, "w"));
 *       message_add_number(answer, "changed", changed);
 *     }
 *
 *     const driver_function driver_functions[] = {{"step", call_step},
 *                                                 {0}};
 */
#ifndef DRIVER_H
#define DRIVER_H

#include "message.h"

typedef struct {
  const char *name;
  void (*call)(const message *query, message *answer);
} driver_function;

/* What the exercise's driver defines; a zero entry ends it. */
extern const driver_function driver_functions[];

/* A copy of the query's array, for the student's function to read and
 * write. Using an element behind its end ends the program and is told to
 * the grader; before its beginning, reading gives NaN and writing is told
 * when the function has returned. Arrays last until the answer is sent. */
double *driver_array(const message *query, const char *name);

/* The same for a parameter that is declared const: if an element has been
 * changed when the function returns, that is told to the grader. */
const double *driver_const_array(const message *query, const char *name);

/* The same, of NaNs, for a function to fill. */
double *driver_output(const char *name, size_t count);

/* The same for elements of `size` bytes each, such as structs; a multiple
 * of sizeof(double). To be filled before the student's function sees it. */
void *driver_elements(const char *name, size_t count, size_t size);

/* Makes what one of these returned const, with what is in it now. */
void driver_keep(const void *values);

#endif
