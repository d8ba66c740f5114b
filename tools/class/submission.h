/* submission: which of the files in a student's folder is what.
 *
 * Students hand in all kinds of things. Recognised are the folders as they
 * are in the course (exercises/01-perceptron/2-step/step.c, from any of
 * its folders on) and files that lie flat, as they were downloaded:
 * perceptron-step.c, ana_17_perceptron-step.c, step.c, step (1).c. Where a
 * name fits several exercises, the functions that are defined decide. */
#ifndef SUBMISSION_H
#define SUBMISSION_H

#include "exercise.h"

#include <jansson.h>

enum { FILE_PATH = 2048 };

typedef struct {
  /* For each exercise the path of its file, in the folder; or "". */
  char files[EXERCISES_MAX][FILE_PATH];
  json_t *unexpected; /* an array of sentences about all else */
} submission;

/* Looks through a student's folder. Links are not followed. Where even the
 * functions leave it open which exercise a file is, those from number
 * `first` to before `end`, which are asked for, go before others. */
void submission_read(submission *s, const char *folder,
                     const exercise_list *list, size_t first, size_t end);
void submission_free(submission *s);

#endif
