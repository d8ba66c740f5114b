/* debug: ./course debug. */
#ifndef DEBUG_H
#define DEBUG_H

#include "session.h"

/* Makes a program of the first call that an exercise fails at. Returns the
 * exit status. */
int debug(session *s, const char *name);

#endif
