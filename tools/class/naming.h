/* naming: what the name of a file says about the exercise that it is.
 *
 * A path is relative to the student's folder, with '/' between its parts.
 */
#ifndef NAMING_H
#define NAMING_H

#include "exercise.h"

#include <stdbool.h>

/* The ways to name an exercise's file. Of two files for one exercise, that
 * with the earlier name is meant. In the ways that end with SPELLED, case
 * and "_" for "-" are another's. */
typedef enum {
  NAMED_BY_PLACE,       /* 01-perceptron/2-step/step.c, from any of the
                           course's folders on, with or without numbers */
  NAMED_BY_PLACE_BELOW, /* the same below other folders */
  NAMED_WHOLE,          /* perceptron-step.c */
  NAMED_WHOLE_SPELLED,  /* Perceptron_Step.c */
  NAMED_SHORT,          /* step.c */
  NAMED_SHORT_SPELLED,
  NAMED_BY_PLATFORM, /* ana_4711_perceptron-step.c */
  NAMED_BY_PLATFORM_SPELLED,
  NAMED_BY_PLATFORM_SHORT, /* ana_4711_step.c */
  NAMED_BY_PLATFORM_SHORT_SPELLED,
  NOT_NAMED
} naming;

naming naming_of(const char *path, const exercise *e);

/* Is the name so much like the exercise's that somebody may have meant it?
 * "step (1).c", "step - Copy.c", "backup-step.c", "step.c.txt", "stpe.c",
 * and any C file in the exercise's folder. */
bool naming_is_like(const char *path, const exercise *e);

/* Could there be C in the file? */
bool naming_is_source(const char *path);

/* Is it an archive, but none that is unpacked? */
bool naming_is_zip(const char *path);
bool naming_is_other_archive(const char *path);

/* Does the file belong to the course? The program runs in the course's top
 * folder. */
bool naming_is_of_course(const char *path);

/* Is it where an edition has the files as they came? */
bool naming_is_skeleton(const char *path);

/* Is this part of a path one of the course's folders with exercises? */
bool naming_is_known_folder(const char *name, const exercise_list *list);

/* Is this part of a path what nobody hands in on purpose: does it begin
 * with a dot, or is it what a system adds? Does the name of a folder say
 * that programs made all that is in it? */
bool naming_is_hidden(const char *name);
bool naming_is_made(const char *name);

/* What is behind the last '/'. */
const char *naming_last_part(const char *path);

/* The name that leaves no doubt: perceptron-step.c. */
void naming_proposed(const exercise *e, char name[TEXT]);

#endif
