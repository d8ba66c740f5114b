/* watch: ./course watch. */
#ifndef WATCH_H
#define WATCH_H

#include "session.h"

/* Checks what the name means whenever it is saved, and does what keys ask
 * for, until the student has enough. Returns the exit status. */
int watch(session *s, const char *name);

#endif
