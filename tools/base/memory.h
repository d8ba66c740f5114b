/* memory: room for things that grow. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* realloc of `count` elements of this size; ends the program with a message
 * if there is no room. */
void *memory_resize(void *old, size_t count, size_t size);

#endif
