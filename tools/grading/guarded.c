#define _POSIX_C_SOURCE 200809L /* posix_memalign */
#include "guarded.h"

#include "driver.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* An array ends at a guard page (PROT_NONE), so that any access past its
 * last element faults. Before its first element are canaries: signalling
 * NaNs, which arithmetic makes quiet (message.h). */
enum { GUARDS = 32, ARRAYS_MAX = 16 };

typedef struct {
  char name[MESSAGE_NAME];
  char *block; /* what is mapped: canaries, the array, the guard page */
  size_t size;
  double *values;
  size_t count;   /* elements */
  size_t doubles; /* that one of them takes */
  double *kept;   /* what it held, if it is const; else NULL */
} guarded_array;

static guarded_array arrays[ARRAYS_MAX];
static size_t array_count;

static size_t page_size(void) {
  return (size_t)sysconf(_SC_PAGESIZE);
}

/* For `count` elements of so many doubles each. */
static double *new_array(const char *name, size_t count, size_t doubles) {
  size_t all = count * doubles;
  size_t page = page_size(), bytes = (all + GUARDS) * sizeof(double);
  size_t size = (bytes + page - 1) / page * page + page;
  void *block;
  if (array_count == ARRAYS_MAX || posix_memalign(&block, page, size))
    abort();

  guarded_array *array = &arrays[array_count++];
  assert(strlen(name) < sizeof array->name);
  strcpy(array->name, name);
  array->block = block;
  array->size = size;
  array->count = count;
  array->doubles = doubles;
  array->kept = NULL;
  array->values = (double *)(void *)(array->block + size - page) - all;
  double unwritten = message_unwritten();
  for (size_t i = 0; i < GUARDS + all; i++)
    memcpy(array->values + i - GUARDS, &unwritten, sizeof unwritten);
  if (mprotect(array->block + size - page, page, PROT_NONE)) abort();
  return array->values;
}

double *driver_array(const message *query, const char *name) {
  size_t count = message_count(query, name);
  double *array = new_array(name, count, 1);
  memcpy(array, message_values(query, name), count * sizeof *array);
  return array;
}

void driver_keep(const void *values) {
  for (size_t a = 0; a < array_count; a++) {
    guarded_array *array = &arrays[a];
    if (array->values != values) continue;
    size_t bytes = array->count * array->doubles * sizeof(double);
    array->kept = malloc(bytes ? bytes : 1);
    if (!array->kept) abort();
    memcpy(array->kept, values, bytes);
  }
}

const double *driver_const_array(const message *query, const char *name) {
  const double *array = driver_array(query, name);
  driver_keep(array);
  return array;
}

double *driver_output(const char *name, size_t count) {
  return new_array(name, count, 1);
}

void *driver_elements(const char *name, size_t count, size_t size) {
  if (size % sizeof(double) != 0) abort();
  return new_array(name, count, size / sizeof(double));
}

void guarded_free(void) {
  while (array_count) {
    guarded_array *array = &arrays[--array_count];
    size_t page = page_size();
    mprotect(array->block + array->size - page, page,
             PROT_READ | PROT_WRITE);
    free(array->kept);
    free(array->block);
  }
}

bool guarded_behind(const void *address, guarded_use *use) {
  const char *place = address;
  for (size_t a = 0; a < array_count; a++) {
    const guarded_array *array = &arrays[a];
    const char *end = array->block + array->size;
    if (place < end - page_size() || place >= end) continue;
    const char *start = (const char *)array->values;
    ptrdiff_t size = (ptrdiff_t)(array->doubles * sizeof(double));
    *use = (guarded_use){array->name, array->count,
                         (double)((place - start) / size)};
    return true;
  }
  return false;
}

bool guarded_before(guarded_use *use) {
  double unwritten = message_unwritten();
  for (size_t a = 0; a < array_count; a++)
    for (size_t i = 1; i <= GUARDS; i++) {
      const guarded_array *array = &arrays[a];
      if (memcmp(array->values - i, &unwritten, sizeof unwritten) == 0)
        continue;
      size_t d = array->doubles;
      *use = (guarded_use){array->name, array->count,
                           -(double)((i + d - 1) / d)};
      return true;
    }
  return false;
}

bool guarded_changed(guarded_use *use) {
  for (size_t a = 0; a < array_count; a++) {
    const guarded_array *array = &arrays[a];
    size_t d = array->doubles, size = d * sizeof(double);
    for (size_t i = 0; array->kept && i < array->count; i++) {
      if (memcmp(array->values + i * d, array->kept + i * d, size) == 0)
        continue;
      *use = (guarded_use){array->name, array->count, (double)i};
      return true;
    }
  }
  return false;
}
