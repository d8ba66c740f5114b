/* stranger: a user of the machine whom nobody is and nothing belongs to.
 * Only root can become one. */
#ifndef STRANGER_H
#define STRANGER_H

#include <stdbool.h>

/* This process becomes a stranger, for good: the owner of the file or
 * folder at `path` if that is one, else one of its own. False, with
 * errno, if it cannot. */
bool stranger_become(const char *path);

/* The same, and this folder, with all that is in it, is given to the
 * stranger, who works there. */
bool stranger_move_into(const char *folder);

/* The first of these paths (NULL ends them) that a stranger could read,
 * or enter if it is a folder; NULL if there is none. One that is not
 * there cannot be read. Where nobody can become a stranger it is the
 * first of all. */
const char *stranger_can_read(const char *const paths[]);

#endif
