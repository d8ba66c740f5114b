/* guarded: the arrays that a student's function gets (driver_array and so
 * on, in driver.h), and what it did outside of them. */
#ifndef GUARDED_H
#define GUARDED_H

#include "message.h"

#include <stdbool.h>

/* An access outside an array. */
typedef struct {
  const char *array; /* its name */
  size_t count;      /* its elements */
  double index;      /* that was used */
} guarded_use;

/* Is the address that faulted in the guard page of an array? */
bool guarded_behind(const void *place, guarded_use *use);

/* Was anything written before the beginning of an array? */
bool guarded_before(guarded_use *use);

/* Is an element of an array that is const not what it was? */
bool guarded_changed(guarded_use *use);

/* Frees all arrays. */
void guarded_free(void);

#endif
