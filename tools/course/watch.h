/* watch: wait until a student saves. */
#ifndef WATCH_H
#define WATCH_H

#include "exercise.h"

/* Remembers the files as they are now. */
void watch_begin(const exercise_list *list);

/* Waits until one of the files changes and returns its exercise. Files
 * are read several times a second, whatever the file system, and a change
 * is a change of content. NULL if the wait was interrupted (Ctrl-C). */
const exercise *watch_for_change(const exercise_list *list);

#endif
