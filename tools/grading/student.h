/* student: the student's code, asked one question at a time.
 *
 * The grader knows it through this only. It is two programs behind pipes,
 * in a sandbox, made from the same file and asked the same. They differ in
 * what variables hold that were never set, so that different answers tell
 * of such, or of chance. Or, where a grader is tried with one of the
 * mistakes that it knows, it is a function, called directly.
 */
#ifndef STUDENT_H
#define STUDENT_H

#include "message.h"
#include "process.h"

typedef struct {
  const char *program, *twin; /* the same if they are one */
  sandbox_level sandbox;
  unsigned milliseconds; /* that a call may take; 0: two seconds */

  /* or, if it is not NULL, what answers in their place */
  void (*direct)(const message *query, message *answer);

  process first, second;  /* of program and of twin */
  process_end second_end; /* why the twin is not there to be asked */
  bool running;           /* both have been started */

  /* Of the call asked last, if there was no answer: */
  bool timed_out;
  const char *mistake; /* which of the common ones it shows, or NULL */
} student;

/* Starts the programs, or leaves them as they are if they are there. False
 * if the student's code keeps them from being ready, which is said; the
 * program ends if the machine does. */
bool student_start(student *s);
void student_stop(student *s);

/* Asks; free the answer. False if there is none, and unless `quiet` it is
 * said why. */
bool student_ask(student *s, const message *query, message *answer,
                 bool quiet);

/* What the code printed in the call asked last. */
const char *student_printed(const student *s);
void student_forget_printed(student *s);

#endif
