#define _POSIX_C_SOURCE 200809L /* getline */
#include "lines.h"

#include "arena.h"
#include "text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void lines_stop(const char *path, size_t line, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "%s:%zu: ", path, line);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\n");
  va_end(arguments);
  exit(EXIT_FAILURE);
}

lines lines_read(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) lines_stop(path, 1, "%s", strerror(errno));
  lines l = {.path = path};
  size_t size = 0;
  char *line = NULL;
  for (ssize_t length; (length = getline(&line, &size, file)) >= 0;) {
    while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
      length--;
    l.all = arena_grow(l.all, l.count, sizeof *l.all);
    l.all[l.count++] = arena_copy(line, (size_t)length);
  }
  if (ferror(file)) lines_stop(path, l.count, "%s", strerror(errno));
  free(line);
  fclose(file);
  return l;
}

char *lines_join(const lines *l, size_t first, size_t count) {
  text_writing text;
  text_begin(&text);
  FILE *to = text.to;
  for (size_t i = first; i < first + count; i++)
    fprintf(to, "%s\n", l->all[i]);
  return arena_keep(text_end(&text));
}
