#include "header.h"

#include "file.h"
#include "memory.h"
#include "text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The parenthesis that belongs to the one at `close`. */
static const char *opening(const char *text, const char *close) {
  int depth = 1;
  while (depth > 0 && close > text) {
    close--;
    depth += (*close == ')') - (*close == '(');
  }
  return close;
}

/* Is the name at this place that of a function, rather than of a type or of
 * something inside a declaration? */
static bool is_function(const char *text, const char *name) {
  const char *line = name;
  while (line > text && line[-1] != '\n') line--;
  return strncmp(line, "typedef", 7) != 0 && *line != ' ' && *line != '*';
}

header_functions header_read(const char *path) {
  header_functions f = {NULL, 0};
  char *text = file_read(path);
  for (const char *at = text; at && (at = strstr(at, ");")); at++) {
    const char *open = opening(text, at), *start = open;
    while (start > text &&
           (isalnum((unsigned char)start[-1]) || start[-1] == '_'))
      start--;
    if (!is_function(text, start)) continue;
    f.names = memory_resize(f.names, f.count + 1, sizeof *f.names);
    f.names[f.count++] = text_copy(start, (size_t)(open - start));
  }
  free(text);
  return f;
}

void header_free(header_functions *f) {
  for (size_t i = 0; i < f->count; i++) free(f->names[i]);
  free(f->names);
}
