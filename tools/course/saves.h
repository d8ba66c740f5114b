/* saves: notices when a student saves a file. */
#ifndef SAVES_H
#define SAVES_H

#include "exercise.h"

#include <stdint.h>

/* What the files of some exercises hold. */
typedef struct {
  const exercise *first;
  size_t count;
  uint64_t seen[EXERCISES_MAX];
} saves;

/* Remembers the files of `count` exercises from number `first` on as they
 * are now. The list has to stay. */
void saves_begin(saves *s, const exercise_list *list, size_t first,
                 size_t count);

/* An exercise of which the file holds something else than it did, or NULL.
 * Files are read at every call, whatever the file system, and a change is a
 * change of content. */
const exercise *saves_next(saves *s);

/* What is in the file of this exercise is no change. */
void saves_expect(saves *s, const exercise *e);

#endif
