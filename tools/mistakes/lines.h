/* lines: a text file as its lines, and how the build is stopped over one.
 */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>
#include <stdio.h>

typedef struct {
  const char *path; /* as it was given; the caller's */
  char **all;       /* without '\n' */
  size_t count;
} lines;

/* The lines of a file; ends the program if it cannot be read. */
lines lines_read(const char *path);

/* Says "PATH:LINE: ..." and ends the program. `line` counts from 1. */
void lines_stop(const char *path, size_t line, const char *format, ...)
    __attribute__((noreturn, format(printf, 3, 4)));

/* Lines first to first + count - 1 as one text. */
char *lines_join(const lines *l, size_t first, size_t count);

/* ---- memory ----------------------------------------------------------
 * What these give lives until the program ends, so that nobody has to
 * think of it; if there is none the program ends. */

void *lines_allocate(size_t size);

/* `old` of `count` elements with room for one more. */
void *lines_grow(const void *old, size_t count, size_t size);
char *lines_copy(const char *text, size_t length);

/* As printf writes it. */
char *lines_print(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* A stream whose text is at *text once it is closed. */
FILE *lines_open(char **text);
char *lines_close(FILE *stream, char **text);

#endif
