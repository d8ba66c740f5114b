#define _XOPEN_SOURCE 700 /* nftw */
#include "folder.h"

#include "file.h"
#include "text.h"

#include <dirent.h>
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

bool folder_copy(const char *from, const char *to) {
  DIR *files = opendir(from);
  if (!files) return false;
  bool good = folder_make(to);
  for (struct dirent *e; good && (e = readdir(files));) {
    if (e->d_name[0] == '.') continue;
    struct stat found;
    char *source = text_print("%s/%s", from, e->d_name);
    char *copy = text_print("%s/%s", to, e->d_name);
    good = stat(source, &found) == 0 &&
           (!S_ISREG(found.st_mode) || file_copy(source, copy));
    free(source);
    free(copy);
  }
  closedir(files);
  return good;
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
