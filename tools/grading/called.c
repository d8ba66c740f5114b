#include "called.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The arrays of the call at hand. */
enum { ARRAYS_MAX = 16 };
static void *arrays[ARRAYS_MAX];
static size_t array_count;

static void *new_array(size_t size) {
  void *array = calloc(size ? size : 1, 1);
  if (!array || array_count == ARRAYS_MAX) {
    fprintf(stderr, "no room for an array of a driver\n");
    exit(2);
  }
  return arrays[array_count++] = array;
}

double *driver_output(const char *name, size_t count) {
  (void)name;
  double *array = new_array(count * sizeof *array);
  for (size_t i = 0; i < count; i++) array[i] = message_unwritten();
  return array;
}

double *driver_array(const message *query, const char *name) {
  size_t count = message_count(query, name);
  double *array = driver_output(name, count);
  memcpy(array, message_values(query, name), count * sizeof *array);
  return array;
}

const double *driver_const_array(const message *query, const char *name) {
  return driver_array(query, name);
}

void *driver_elements(const char *name, size_t count, size_t size) {
  (void)name;
  return new_array(count * size);
}

void driver_keep(const void *values) {
  (void)values;
}

void called_answer(const driver_function *functions, const message *query,
                   message *answer) {
  const driver_function *f = functions;
  while (f->name && strcmp(f->name, query->name) != 0) f++;
  if (!f->name) {
    fprintf(stderr,
            "driver.c: driver_functions has no '%s', which is asked\n",
            query->name);
    exit(2);
  }
  f->call(query, answer);
  while (array_count) free(arrays[--array_count]);
}
