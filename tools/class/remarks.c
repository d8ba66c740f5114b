#include "remarks.h"

#include "dates.h"
#include "json_value.h"
#include "language.h"
#include "naming.h"
#include "utf8.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void path_of(const class_settings *c, char *path) {
  class_path(c, path, "work/remarks.json");
}

static void save(const class_settings *c, const json_t *remarks) {
  char path[PATH_SIZE];
  path_of(c, path);
  if (!json_save(path, remarks)) exit(2);
}

json_t *remarks_load(const class_settings *c) {
  char path[PATH_SIZE];
  path_of(c, path);
  json_t *remarks = json_load_file(path, 0, NULL);
  return json_is_array(remarks) ? remarks : json_array();
}

/* What is in the class's folder and is taken for no student. */
static void add_left_out(const class_settings *c, json_t *remarks) {
  struct dirent **names;
  struct stat found;
  int count = scandir(c->dir, &names, NULL, alphasort);
  int folder = open(c->dir, O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < count; i++) {
    const char *name = names[i]->d_name;
    char *safe = utf8_safe(name, true);
    bool is_folder =
        fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISDIR(found.st_mode);
    if (is_folder && *name == '.' && strcmp(name, ".") != 0 &&
        strcmp(name, "..") != 0 && strcmp(name, ".git") != 0)
      json_array_append_new(
          remarks,
          json_sprintf(_("The folder '%s' begins with a dot; it is "
                         "left out."),
                       safe));
    else if (!is_folder && !naming_is_hidden(name))
      json_array_append_new(
          remarks,
          json_sprintf(_("'%s' in the class's folder is no folder; "
                         "it is left out."),
                       safe));
    free(safe);
    free(names[i]);
  }
  if (count >= 0) free(names);
  if (folder >= 0) close(folder);
}

void remarks_gather(const class_settings *c, const dates *d) {
  size_t i;
  const json_t *sentence;
  json_t *remarks = dates_remarks(d);
  add_left_out(c, remarks);
  json_array_foreach(remarks, i, sentence)
      fprintf(stderr, "course: %s\n", json_string_value(sentence));
  save(c, remarks);
  json_decref(remarks);
}

static bool holds(const json_t *remarks, const json_t *sentence) {
  size_t i;
  const json_t *one;
  json_array_foreach(remarks, i, one) {
    if (json_equal(one, sentence)) return true;
  }
  return false;
}

void remarks_add(const class_settings *c, const class_settings *from) {
  size_t i;
  json_t *sentence, *all = remarks_load(c), *new = remarks_load(from);
  json_array_foreach(new, i, sentence) {
    if (!holds(all, sentence)) json_array_append(all, sentence);
  }
  save(c, all);
  json_decref(all);
  json_decref(new);
}
