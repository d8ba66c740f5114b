/* reset: ./course reset, back to a student's file as it came. */
#ifndef RESET_H
#define RESET_H

#include "session.h"

/* Keeps a copy of every file that is still untouched, in .progress/, for
 * reset; where the edition has skeletons, of every file that is one, for
 * reset_skeleton_changed. To be called before students' files are worked
 * on, as every ./course does. */
void reset_keep_skeletons(const exercise_list *list);

/* Has the edition another untouched file now than the one that the
 * student's began as? */
bool reset_skeleton_changed(const exercise *e);

/* Brings an untouched file back: the edition's, else the copy that was
 * kept, else the first version that git knows. What the student wrote is
 * kept beside it. Returns the exit status. */
int reset(session *s, const char *name);

#endif
