/* run: a class, graded by CTest: one test for each student. */
#ifndef RUN_H
#define RUN_H

#include "class.h"

typedef struct {
  int jobs;                  /* at a time */
  size_t shard, shard_count; /* students number shard, shard + count, ... */
} run_options;

/* Ends the program with a message, before anything is made, if the folder
 * is no class. */
void run_check(const class_settings *c);

/* Lists the students of the class for CTest in OUT/work; returns how many
 * there are in this part of it, and *all is how many there are in all. */
size_t run_plan(const class_settings *c, run_options o, size_t *all);

/* Lets CTest grade them; its exit status, or 128 + the signal. */
int run_ctest(const class_settings *c, run_options o);

#endif
