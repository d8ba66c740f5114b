/* progress: what the student has reached, kept in .progress/ beside the
 * course, so that neither an update nor a new build loses it. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "exercise.h"

#include <jansson.h>
#include <stdbool.h>

typedef struct {
  char slug[TEXT];
  int earned;      /* points when it was last graded; -1: never */
  int hints;       /* hints shown */
  long long saved; /* when the file that was graded had been saved, in
                      seconds since 1970; 0: not known */
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

/* The points that an exercise has; 0 if it was never graded. */
int progress_earned(progress *p, const exercise *e);

/* Of `count` exercises from number `first` of the list on, the first
 * without all its points, or NULL. */
const exercise *progress_next(progress *p, const exercise_list *list,
                              size_t first, size_t count);

/* The first such behind `e`, which is one of the list, and from the
 * beginning on up to it; NULL if there is none other. */
const exercise *progress_next_after(progress *p, const exercise_list *list,
                                    size_t first, size_t count,
                                    const exercise *e);

/* When this file was saved, as above; 0 if it is not there. */
long long progress_saved(const char *path);

/* Has the exercise's file been saved since it was graded? */
bool progress_is_old(progress *p, const exercise *e);

/* Writes everything, to a new file that then takes the old one's place. A
 * warning is printed if that fails. */
void progress_save(const progress *p);

/* {"slug", "title", "folder", "file", "minutes", "points", "earned" (null:
 * never graded), "hints"} */
json_t *progress_json(const exercise *e, progress *reached);

#endif
