/* arena: memory that is freed when the program ends, and not before, so
 * that nobody has to think of it. If there is none the program ends with a
 * message. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

void *arena_allocate(size_t size);

/* `old` of `count` elements with room for one more. */
void *arena_grow(const void *old, size_t count, size_t size);

/* The first `length` bytes of a text. */
char *arena_copy(const char *text, size_t length);

/* As printf writes it. */
char *arena_print(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Takes over what was to be freed. */
void *arena_keep(void *memory);

#endif
