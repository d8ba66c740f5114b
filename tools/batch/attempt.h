/* attempt: one answer, graded in a child of this process. */
#ifndef ATTEMPT_H
#define ATTEMPT_H

#include "batch.h"
#include "declared.h"

/* The code of an answer that was loaded. */
typedef struct {
  answer_function *answer;
  int (*is_behind)(const void *place); /* the end of one of its arrays? */
} attempt_code;

/* Grades an answer that was compiled twice, as a student's file is, as
 * batch_grade does. */
batch_end attempt_grade(const attempt_code both[2], const exercise *e,
                        unsigned long long seed, char **report);

/* The exercise as its grader knows it; the program ends if there is
 * none. */
const exercise *attempt_exercise(const char *slug);

/* How the child ends. Other ends are of a crash, a limit, or the answer's
 * own. */
enum { ATTEMPT_DONE = 81, ATTEMPT_LOST, ATTEMPT_UNSTEADY };

#endif
