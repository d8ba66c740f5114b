#define _GNU_SOURCE /* getline, vasprintf, open_memstream */
#include "lines.h"

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

/* ---- memory ----------------------------------------------------------*/

static void **kept;
static size_t kept_count, kept_room;

static void free_kept(void) {
  while (kept_count) free(kept[--kept_count]);
  free(kept);
}

static void *keep(void *memory) {
  if (memory && kept_count == kept_room) {
    if (!kept) atexit(free_kept);
    kept_room = kept_room ? 2 * kept_room : 256;
    void **larger = realloc(kept, kept_room * sizeof *kept);
    if (larger)
      kept = larger;
    else
      memory = NULL;
  }
  if (!memory) {
    fprintf(stderr, "mistakes: out of memory\n");
    exit(EXIT_FAILURE);
  }
  return kept[kept_count++] = memory;
}

void *lines_allocate(size_t size) {
  return keep(malloc(size ? size : 1));
}

void *lines_grow(const void *old, size_t count, size_t size) {
  void *larger = lines_allocate((count + 1) * size);
  if (count) memcpy(larger, old, count * size);
  return larger;
}

char *lines_copy(const char *text, size_t length) {
  char *copy = lines_allocate(length + 1);
  memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *lines_print(const char *format, ...) {
  char *text;
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0) text = NULL;
  va_end(arguments);
  return keep(text);
}

FILE *lines_open(char **text) {
  static size_t size; /* nobody needs it */
  FILE *stream = open_memstream(text, &size);
  if (!stream) keep(NULL);
  return stream;
}

char *lines_close(FILE *stream, char **text) {
  fclose(stream);
  return keep(*text);
}

/* ---- lines -----------------------------------------------------------*/

lines lines_read(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) lines_stop(path, 1, "%s", strerror(errno));
  lines l = {.path = path};
  size_t size = 0;
  char *line = NULL;
  for (ssize_t length; (length = getline(&line, &size, file)) >= 0;) {
    while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
      length--;
    l.all = lines_grow(l.all, l.count, sizeof *l.all);
    l.all[l.count++] = lines_copy(line, (size_t)length);
  }
  if (ferror(file)) lines_stop(path, l.count, "%s", strerror(errno));
  free(line);
  fclose(file);
  return l;
}

char *lines_join(const lines *l, size_t first, size_t count) {
  char *text;
  FILE *to = lines_open(&text);
  for (size_t i = first; i < first + count; i++)
    fprintf(to, "%s\n", l->all[i]);
  return lines_close(to, &text);
}
