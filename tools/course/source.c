#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What an open file is, if it is no plain one of a sensible size. */
static bool fit(int file, char *why, size_t size) {
  struct stat found;
  if (fstat(file, &found) != 0)
    snprintf(why, size, "It cannot be read: %s.", strerror(errno));
  else if (S_ISDIR(found.st_mode))
    snprintf(why, size, "It is a folder.");
  else if (!S_ISREG(found.st_mode))
    snprintf(why, size,
             "It is no plain file, but a pipe, a device or a "
             "socket.");
  else if (found.st_size > SOURCE_MAX)
    snprintf(why, size, "It has %lld bytes; a solution has at most %d.",
             (long long)found.st_size, SOURCE_MAX);
  else
    return true;
  return false;
}

char *source_read(const char *path, char *why, size_t size) {
  snprintf(why, size, "%s", "");
  /* Opening a pipe must not wait for somebody to write to it. */
  int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      snprintf(why, size, "It cannot be read: %s.", strerror(errno));
    return NULL;
  }
  char *text = fit(file, why, size) ? malloc(SOURCE_MAX + 1) : NULL;
  size_t length = 0;
  ssize_t got = 0;
  while (text && length < SOURCE_MAX &&
         (got = read(file, text + length, SOURCE_MAX - length)) > 0)
    length += (size_t)got;
  close(file);
  if (!text) return NULL;
  text[length] = '\0';
  if (got >= 0 && strlen(text) == length) return text;
  snprintf(why, size,
           got < 0 ? "It cannot be read."
                   : "It is no text: there are zero bytes in it.");
  free(text);
  return NULL;
}
