/* skeleton: a student's file as it came, and back to it. */
#ifndef SKELETON_H
#define SKELETON_H

#include "exercise.h"

#include <stdbool.h>

/* Is every function of this text still as it came, with nothing under its
 * "Your code here."? */
bool skeleton_untouched(const exercise *e, const char *text);

/* Keeps a copy of every file that is still untouched, in .progress/, for
 * skeleton_reset; where the edition has skeletons, of every file that is
 * one, for skeleton_has_changed. To be called before students' files are
 * worked on, as every ./course does. */
void skeleton_keep(const exercise_list *list);

/* Has the edition another untouched file now than the one that the
 * student's began as? */
bool skeleton_has_changed(const exercise *e);

/* Brings the untouched file back: the edition's, else the copy that was
 * kept, else the first version that git knows. What the student wrote goes
 * to a new file beside it, whose name is written to `kept` [TEXT] ("" if
 * there was nothing to keep). False, with a message and nothing changed, if
 * it cannot be done. */
bool skeleton_reset(const exercise *e, char *kept);

#endif
