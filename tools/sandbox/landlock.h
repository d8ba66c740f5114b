/* landlock: which files a process may touch, without being root. */
#ifndef LANDLOCK_H
#define LANDLOCK_H

#include <stdbool.h>

/* From here on this process, and all that it starts, can read and run only
 * what is under the folders in `readable` (NULL ends them; one that is not
 * there is left out), and write only under `writable`. False, with errno,
 * if the kernel cannot do that. */
bool landlock_apply(const char *const readable[], const char *writable);

/* Can it? */
bool landlock_works(void);

#endif
