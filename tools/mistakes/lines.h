/* lines: a text file as its lines, and how the build is stopped over one.
 */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>

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

#endif
