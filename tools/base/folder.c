#define _XOPEN_SOURCE 700 /* nftw */
#include "folder.h"

#include "text.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

bool folder_make(const char *path) {
  struct stat found;
  char *above = text_print("%s", path);
  for (char *c = above + 1; *c; c++)
    if (*c == '/') {
      *c = '\0';
      mkdir(above, 0777);
      *c = '/';
    }
  bool there = (mkdir(above, 0777) == 0 || errno == EEXIST) &&
               stat(above, &found) == 0 && S_ISDIR(found.st_mode);
  int error = errno;
  free(above);
  errno = error;
  return there;
}

static int remove_one(const char *path, const struct stat *info, int kind,
                      struct FTW *where) {
  (void)info;
  (void)kind;
  (void)where;
  remove(path);
  return 0;
}

void folder_remove(const char *path) {
  enum { OPEN = 16 }; /* at a time */
  nftw(path, remove_one, OPEN, FTW_DEPTH | FTW_PHYS);
}
