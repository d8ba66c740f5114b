/* source: the file that a student hands in. */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>

enum { SOURCE_MAX = 1 << 18 }; /* bytes */

/* The text of the file, to be freed. NULL if it is none that a compiler
 * should see: `why` then says what it is instead, or is "" if there is no
 * such file. errno is 0 if that is the file's own fault, else the reason
 * why it could not be read. */
char *source_read(const char *path, char *why, size_t size);

#endif
