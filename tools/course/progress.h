/* progress: what the student has reached, kept in .progress/ beside the
 * course, so that neither an update nor a new build loses it. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "exercise.h"

typedef struct {
  char slug[TEXT];
  int earned; /* points when it was last graded; -1: never */
  int hints;  /* hints shown */
} progress_entry;

typedef struct {
  progress_entry entries[EXERCISES_MAX];
  size_t count;
} progress;

/* Reads what there is; nothing is no error. Ends the program with a
 * message if there is something that cannot be read. */
void progress_load(progress *p);

/* The entry of an exercise, made if there is none. */
progress_entry *progress_of(progress *p, const char *slug);

/* Writes everything, to a new file that then takes the old one's place. A
 * warning is printed if that fails. */
void progress_save(const progress *p);

#endif
