/* batch: many answers to an exercise, compiled at once and graded in this
 * program. For tests of a grader, which ask it thousands of times.
 *
 * The answers are compiled with the options of a student's file and asked
 * what the grader asks a student's program, with the same guards around
 * their arrays, and have a part of its time for a call. What only a process
 * of its own can tell, such as memory that it has spoilt, is not found out
 * here: such an answer is to be graded as a student's is (verdict.h).
 */
#ifndef BATCH_H
#define BATCH_H

#include <stddef.h>

typedef struct batch batch;

/* Compiles answers to the exercise `slug`, whose header and driver are in
 * `folder`. Those that are NULL, do not compile or print are left out. To
 * be freed. Ends the program if the rest does not compile. */
batch *batch_compile(const char *slug, const char *folder,
                     const char *const *texts, size_t count);
void batch_free(batch *b);

typedef enum {
  BATCH_GRADED, /* there is a report */
  BATCH_LOST,   /* it used an element that an array does not have, changed
                   a const one, crashed or did not return: that loses
                   points */
  BATCH_UNKNOWN /* it has to be graded as a student's file */
} batch_end;

/* Grades answer `i` in a child of this process with the inputs of a seed.
 * *report is what the grader writes, to be freed, or NULL. */
batch_end batch_grade(const batch *b, size_t i, unsigned long long seed,
                      char **report);

#endif
