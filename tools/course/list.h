/* list: ./course list, status and next. */
#ifndef LIST_H
#define LIST_H

#include "session.h"

/* Shows what the name means, or all (NULL), with what has been reached; all
 * of that and how far it is; the next exercise. With `json`, for scripts.
 * All return the exit status. */
int list_exercises(session *s, const char *name, bool json);
int list_status(session *s, bool json);
int list_next(session *s, bool json);

#endif
