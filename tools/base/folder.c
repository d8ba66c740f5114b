#define _XOPEN_SOURCE 700 /* nftw */
#include "folder.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>

bool folder_make(const char *path) {
  char above[4096];
  struct stat found;
  snprintf(above, sizeof above, "%s", path);
  for (char *c = above + 1; *c; c++)
    if (*c == '/') {
      *c = '\0';
      mkdir(above, 0777);
      *c = '/';
    }
  return (mkdir(above, 0777) == 0 || errno == EEXIST) &&
         stat(above, &found) == 0 && S_ISDIR(found.st_mode);
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
