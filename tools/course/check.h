/* check: ./course check. */
#ifndef CHECK_H
#define CHECK_H

#include "session.h"

/* Grades an exercise and keeps what came of it before anything is shown,
 * beside what another ./course may have kept in the meantime. Shows all of
 * it, or if not `in_full` a line unless there is something to mend. True if
 * it got all points. */
bool check_one(session *s, const exercise *e, bool in_full);

/* Grades what the name means. Returns the exit status. */
int check(session *s, const char *name);

#endif
