#include "output_file.h"

#include "fail.h"
#include "utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void part_path(const class_settings *c, const char *name,
                      char *path) {
  class_path(c, path, "%s.new", name);
}

FILE *output_file_begin(const class_settings *c, const char *name) {
  char path[PATH_SIZE];
  part_path(c, name, path);
  FILE *file = fopen(path, "w");
  if (!file) fail("cannot write %s: %s", path, strerror(errno));
  return file;
}

void output_file_end(const class_settings *c, const char *name,
                     FILE *file) {
  char fresh[PATH_SIZE], path[PATH_SIZE];
  part_path(c, name, fresh);
  class_path(c, path, "%s", name);
  bool good = !ferror(file);
  if (fclose(file) != 0 || !good || rename(fresh, path) != 0)
    fail("cannot write %s: %s", path, strerror(errno));
}

void output_escaped(FILE *to, const char *text) {
  char bytes[UTF8_MAX];
  uint32_t c;
  while ((c = utf8_next(&text))) {
    if (c == '&')
      fputs("&amp;", to);
    else if (c == '<')
      fputs("&lt;", to);
    else if (c == '>')
      fputs("&gt;", to);
    else if (c == '"')
      fputs("&quot;", to);
    else
      fwrite(bytes, 1, utf8_put(c, bytes), to);
  }
}
