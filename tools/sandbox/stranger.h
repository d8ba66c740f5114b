/* stranger: an unprivileged user id that no account has and that owns no
 * files. Only root can switch to one. */
#ifndef STRANGER_H
#define STRANGER_H

#include <stdbool.h>

/* Drops this process's privileges for good: it becomes the stranger who
 * owns the file or folder at `path`, or else one of its own. False, with
 * errno, if it cannot. */
bool stranger_become(const char *path);

/* The same; the folder, with all that is in it, is handed over to the
 * stranger (chown) and becomes the working directory. */
bool stranger_move_into(const char *folder);

/* The first of these paths (NULL ends them) that a stranger could read,
 * or enter if it is a folder; NULL if there is none. One that is not
 * there cannot be read. Where nobody can become a stranger it is the
 * first of all. */
const char *stranger_can_read(const char *const paths[]);

#endif
