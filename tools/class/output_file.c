#include "output_file.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

FILE *output_file_begin(file_writing *f, const class_settings *c,
                        const char *name) {
  char path[PATH_SIZE];
  class_path(c, path, "%s", name);
  if (!file_begin(f, path))
    fail(_("cannot write %s: %s"), path, strerror(errno));
  return f->to;
}

void output_file_end(file_writing *f) {
  char *path = text_print("%s", f->path);
  if (!file_end(f)) fail(_("cannot write %s: %s"), path, strerror(errno));
  free(path);
}
