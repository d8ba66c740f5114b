/* watch: wait until a student saves. */
#ifndef WATCH_H
#define WATCH_H

#include "exercise.h"
#include "keys.h"

/* Remembers the files as they are now. */
void watch_begin(const exercise_list *list);

/* What the student did: saved the file of an exercise, or else (NULL)
 * pressed a key. KEY_END is also Ctrl-C. */
typedef struct {
  const exercise *saved;
  int key;
} watch_event;

/* Waits until one of the files changes or a key is pressed. Files are read
 * several times a second, whatever the file system, and a change is a
 * change of content. */
watch_event watch_wait(const exercise_list *list);

/* What is in the file of this exercise of the list is no change. */
void watch_expect(const exercise_list *list, const exercise *e);

#endif
