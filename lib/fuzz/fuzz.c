#define _GNU_SOURCE /* memfd_create */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void fuzz_stop(const char *file, int line, const char *condition) {
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  abort();
}

fuzz_file fuzz_file_new(const uint8_t *bytes, size_t count) {
  fuzz_file file = {.handle = memfd_create("fuzz", 0)};
  REQUIRE(file.handle >= 0);
  REQUIRE(write(file.handle, bytes, count) == (ssize_t)count);
  snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.handle);
  return file;
}

void fuzz_file_close(fuzz_file *file) {
  close(file->handle);
}

void fuzz_require_reason(const nn_error *error, const char *path) {
  size_t length = strlen(path);
  REQUIRE(strncmp(error->text, path, length) == 0);
  REQUIRE(strlen(error->text) > length + 10);
  REQUIRE(!strchr(error->text, '\n'));
}
