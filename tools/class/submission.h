/* submission: which of the files in a student's folder is what.
 *
 * Students hand in all kinds of things. What is taken is named exactly as
 * an exercise (naming.h): the folders as they are in the course, or files
 * that lie flat. Where such a name fits several exercises, the functions
 * that are defined decide. Nothing else is guessed: of what may be meant
 * as an exercise that is missing, a question is asked. Zips are unpacked.
 */
#ifndef SUBMISSION_H
#define SUBMISSION_H

#include "exercise.h"

#include <jansson.h>
#include <stdbool.h>

typedef struct {
  /* For each exercise its file, as it is called in the student's folder,
   * and where it is on the disk; NULL if there is none. */
  char *names[EXERCISES_MAX];
  char *paths[EXERCISES_MAX];
  json_t *questions;  /* sentences about what somebody has to decide */
  json_t *unexpected; /* sentences about all else */
  bool trouble;       /* this machine had no room to unpack a zip */
  char *unpacked;     /* the folder for zips, or NULL */
} submission;

/* Looks through a student's folder. Links are not followed. Exercises from
 * number `first` to before `end` are asked for: there are questions about
 * these only. */
void submission_read(submission *s, const char *folder,
                     const exercise_list *list, size_t first, size_t end);

/* Removes what was unpacked, too. */
void submission_free(submission *s);

#endif
