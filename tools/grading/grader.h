/* grader: grades a student's program by what an exercise declares.
 *
 * It asks the program, and compares with what the reference answers. It
 * never believes anything but the numbers that come back. */
#ifndef GRADER_H
#define GRADER_H

#include "declared.h"
#include "language.h"
#include "student.h"

/* Of an exercise: parts, and mistakes that are named in one report. */
enum { GRADER_PARTS = 16, GRADER_NAMES = 64 };

/* What is graded and how. */
typedef struct {
  const char *program, *twin; /* (student.h) */
  sandbox_level sandbox;
  unsigned milliseconds;   /* that a call may take; 0: two seconds */
  answer_function *direct; /* what answers in their place, or NULL */
  unsigned long long seed;
  const char *complex; /* where the file has complex numbers, or NULL */
  bool wants_case;     /* the smallest failing case of each part, in lines
                          "case" and "right", each with a message */
} grader_request;

typedef struct {
  const char *names[GRADER_NAMES]; /* ids of mistakes, each once */
  size_t name_count;
  int earned, points;
} grader_outcome;

/* Writes the report of an exercise to standard output. */
grader_outcome grader_run(const exercise *e, const grader_request *request);

/* ---- for a judge (cases.h) -------------------------------------------*/

/* Fails the part with a sentence, and maybe one of the known mistakes, by
 * its id. */
void grader_fail(grader *g, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void grader_name(grader *g, const char *id);

#endif
