#include "source.h"

#include "language.h"
#include "memory.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Is it a regular file of a sensible size? If not, `why` says what it
 * is. */
static bool fit(int file, char *why, size_t size) {
  struct stat found;
  if (fstat(file, &found) != 0)
    text_fill(why, size, _("It cannot be read: %s."), strerror(errno));
  else if (S_ISDIR(found.st_mode))
    text_fill(why, size, _("It is a folder."));
  else if (!S_ISREG(found.st_mode))
    text_fill(why, size,
              _("It is no plain file, but a pipe, a device or a "
                "socket."));
  else if (found.st_size > SOURCE_MAX)
    text_fill(why, size, _("It has %lld bytes; a solution has at most %d."),
              (long long)found.st_size, SOURCE_MAX);
  else
    return true;
  return false;
}

/* Is this UTF-16 or UTF-32, as some Windows editors save? Such a file
 * begins with a byte order mark, or has a zero byte beside every letter. */
static bool is_wide(const char *text, size_t length) {
  size_t zeros[2] = {0, 0};
  if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 ||
                      memcmp(text, "\xfe\xff", 2) == 0))
    return true;
  for (size_t i = 0; i < length; i++) zeros[i % 2] += text[i] == '\0';
  size_t half = length / 2;
  return half > 0 && (zeros[0] > half / 2) != (zeros[1] > half / 2);
}

/* Removes the byte order mark that Windows puts before UTF-8. */
static void remove_mark(char *text) {
  static const char mark[] = "\xef\xbb\xbf";
  size_t length = strlen(mark);
  if (strncmp(text, mark, length) == 0)
    memmove(text, text + length, strlen(text + length) + 1);
}

char *source_read(const char *path, char *why, size_t size) {
  text_fill(why, size, "%s", "");
  /* O_NONBLOCK: opening a named pipe must not wait for a writer. */
  int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      text_fill(why, size, _("It cannot be read: %s."), strerror(errno));
    return NULL;
  }
  char *text =
      fit(file, why, size) ? memory_resize(NULL, SOURCE_MAX + 1, 1) : NULL;
  size_t length = 0;
  ssize_t got = 0;
  while (text && length < SOURCE_MAX &&
         (got = read(file, text + length, SOURCE_MAX - length)) > 0)
    length += (size_t)got;
  int reason = got < 0 ? errno : 0;
  close(file);
  errno = reason;
  if (!text) return NULL;
  text[length] = '\0';
  bool wide = got >= 0 && is_wide(text, length);
  if (got >= 0 && !wide && strlen(text) == length) {
    remove_mark(text);
    return text;
  }
  text_fill(why, size, "%s",
            got < 0 ? _("It cannot be read.")
            : wide
                ? _("It is UTF-16, which compilers do not read. Save it as "
                    "UTF-8, which your editor may call an encoding.")
                : _("It is no text: there are zero bytes in it."));
  free(text);
  errno = reason;
  return NULL;
}
