/* hint: ./course hint. */
#ifndef HINT_H
#define HINT_H

#include "session.h"

/* Shows the hints of an exercise that were shown already, and one more.
 * Returns the exit status. */
int hint(session *s, const char *name);

#endif
