/* grader: grades a student's program by what an exercise declares.
 *
 * It asks the program, and compares with what the reference answers. It
 * never believes anything but the numbers that come back. */
#ifndef GRADER_H
#define GRADER_H

#include "declared.h"

/* main of a grader: writes the report of an exercise.
 *
 *     PROGRAM TWIN --sandbox LEVEL --seed N [--complex WHERE] [--case]
 *
 * grades a program and its twin (student.h). WHERE is where the student's
 * file has complex numbers. --case adds the smallest failing case of each
 * part: lines "case" and "right", each with a message.
 *
 *     --as ID N --seed S
 *
 * grades the Nth variant of a known mistake, without programs or a sandbox.
 *
 *     --known SEEDS
 *
 * does so with all of them and the seeds from 1 on, and says on stderr
 * which is not rejected by its own name and no other.
 *
 *     --misconceptions
 *
 * prints what is known: for each mistake a line with its id, the label to
 * reread and what it says, with tabs between.
 *
 *     --examples TASK.md
 *
 * compares the reference with the worked examples of the task (example.h),
 * looks for parts and fields that are named and are not there, and fails if
 * something is wrong. */
int grade(const exercise *e, int argc, char **argv);

/* ---- for a judge (cases.h) -------------------------------------------*/

/* Fails the part with a sentence, and maybe one of the known mistakes, by
 * its id. */
void grader_fail(grader *g, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void grader_name(grader *g, const char *id);

#endif
