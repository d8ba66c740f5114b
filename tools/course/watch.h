/* watch: wait until a student saves. */
#ifndef WATCH_H
#define WATCH_H

#include "exercise.h"

/* Waits until one of the files changes and returns its exercise. Files
 * are looked at several times a second, whatever the file system, and a
 * change is noticed by time, size and content alike. NULL if the wait was
 * interrupted (Ctrl-C). */
const exercise *watch_for_change(const exercise_list *list);

#endif
