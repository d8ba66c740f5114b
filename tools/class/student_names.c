#include "student_names.h"

#include "class.h"
#include "fail.h"
#include "language.h"
#include "memory.h"
#include "text.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

/* Spaces around it are dropped, several become one. */
static void squeeze(char *text) {
  char *to = text;
  for (const char *c = text; *c; c++)
    if (*c != ' ' || (to > text && to[-1] != ' ')) *to++ = *c;
  if (to > text && to[-1] == ' ') to--;
  *to = '\0';
}

char *student_name_key(const char *name) {
  char *safe = utf8_safe(name, true);
  utf8proc_uint8_t *folded =
      utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)safe);
  if (!folded) fail(_("out of memory"));
  free(safe);
  squeeze((char *)folded);
  return (char *)folded;
}

/* ---- a class ---------------------------------------------------------*/

static void add(student_names *names, const char *name) {
  size_t count = names->count + 1;
  names->all = memory_resize(names->all, count, sizeof *names->all);
  names->keys = memory_resize(names->keys, count, sizeof *names->keys);
  names->all[names->count] = text_print("%s", name);
  names->keys[names->count++] = student_name_key(name);
}

student_names student_names_of_class(const char *folder) {
  student_names names = {NULL, NULL, 0};
  struct stat found;
  DIR *all = opendir(folder);
  if (!all) fail(_("cannot read %s: %s"), folder, strerror(errno));
  for (struct dirent *d; (d = readdir(all));)
    if (*d->d_name != '.' &&
        fstatat(dirfd(all), d->d_name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISDIR(found.st_mode))
      add(&names, d->d_name);
  closedir(all);
  return names;
}

void student_names_free(student_names *names) {
  for (size_t i = 0; i < names->count; i++) {
    free(names->all[i]);
    free(names->keys[i]);
  }
  free(names->all);
  free(names->keys);
}

const char *student_names_find(const student_names *names, const char *name,
                               size_t *fits) {
  const char *found = NULL, *same = NULL;
  char *key = student_name_key(name);
  *fits = 0;
  for (size_t i = 0; i < names->count; i++) {
    if (strcmp(names->all[i], name) == 0) same = names->all[i];
    if (strcmp(names->keys[i], key) != 0) continue;
    found = names->all[i];
    ++*fits;
  }
  free(key);
  return same ? same : *fits == 1 ? found : NULL;
}
