#define _XOPEN_SOURCE 700 /* realpath */
#include "arguments.h"

#include "fail.h"
#include "language.h"
#include "options.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

arguments arguments_read(int argc, char **argv) {
  arguments a = {.words = argv};
  const option options[] = {
      {"--out", .value = &a.out},
      {"--only", .value = &a.only},
      {"--due", .value = &a.due},
      {"--submitted", .value = &a.submitted},
      {"--key", .value = &a.key},
      {"--sandbox", .value = &a.sandbox},
      {"--shard", .value = &a.shard},
      {"--jobs", .value = &a.jobs},
      {"--budget", .value = &a.budget},
      {"--require-sandbox", .given = &a.require_sandbox},
      {0},
  };
  a.count = options_take(options, argc, argv);
  return a;
}

void arguments_path(const char *path, char *to, size_t size) {
  const char *from = getenv("COURSE_CALLED_FROM");
  bool absolute = *path == '/' || !from;
  text_fill(to, size, "%s%s%s", absolute ? "" : from, absolute ? "" : "/",
            path);
  size_t length = strlen(to);
  while (length > 1 && to[length - 1] == '/') to[--length] = '\0';
}

void arguments_real_path(const char *path, char *to, size_t size) {
  arguments_path(path, to, size);
  char *found = realpath(to, NULL);
  if (!found) fail(_("cannot read %s: %s"), to, strerror(errno));
  text_fill(to, size, "%s", found);
  free(found);
}
