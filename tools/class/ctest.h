/* ctest: a class, graded by CTest: one test for each student. */
#ifndef CTEST_H
#define CTEST_H

#include "class.h"

typedef struct {
  int jobs;                  /* at a time */
  size_t shard, shard_count; /* students number shard, shard + count, ... */
} ctest_options;

/* Ends the program with a message, before anything is made, if the folder
 * is no class. */
void ctest_check_class(const class_settings *c);

/* Lists the students of the class for CTest in OUT/work; returns how many
 * there are in this part of it, and *all is how many there are in all. */
size_t ctest_plan(const class_settings *c, ctest_options o, size_t *all);

/* Lets CTest grade them; its exit status, or 128 + the signal. */
int ctest_run(const class_settings *c, ctest_options o);

#endif
