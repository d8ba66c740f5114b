#include "class.h"

#include "digest.h"
#include "fail.h"
#include "utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- places ----------------------------------------------------------*/

void class_path(const class_settings *c, char *path, const char *format,
                ...) {
  va_list arguments;
  int length = snprintf(path, PATH_SIZE, "%s/", c->out);
  va_start(arguments, format);
  length += vsnprintf(path + length, (size_t)(PATH_SIZE - length), format,
                      arguments);
  va_end(arguments);
  if (length >= PATH_SIZE) fail("a path is too long: %s", path);
}

bool class_write_json(const char *path, const json_t *value) {
  char fresh[PATH_SIZE + 32];
  snprintf(fresh, sizeof fresh, "%s.%ld.new", path, (long)getpid());
  if (json_dump_file(value, fresh, JSON_INDENT(1)) == 0 &&
      rename(fresh, path) == 0)
    return true;
  fprintf(stderr, "course: cannot write %s: %s\n", path, strerror(errno));
  unlink(fresh);
  return false;
}

/* ---- settings --------------------------------------------------------*/

void class_save(const class_settings *c) {
  char path[PATH_SIZE];
  class_path(c, path, "work/class.json");
  json_t *all = json_pack(
      "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:f, s:I, s:I, s:I, s:s}", "dir",
      c->dir, "due", c->due, "submitted", c->submitted, "base", c->base,
      "only", c->only, "key", c->key_id, "key_file", c->key_file, "budget",
      c->budget, "part", (json_int_t)c->part, "parts", (json_int_t)c->parts,
      "students", (json_int_t)c->students, "sandbox",
      sandbox_name(c->how.sandbox));
  if (!all) fail("a path is no UTF-8: '%s' or '%s'", c->dir, c->out);
  if (!class_write_json(path, all)) exit(2);
  json_decref(all);
}

void class_load(class_settings *c, const char *out) {
  char path[PATH_SIZE];
  const char *dir, *due, *submitted, *base, *only, *sandbox, *key,
      *key_file;
  json_error_t error;
  json_int_t number, count, size;
  snprintf(c->out, sizeof c->out, "%s", out);
  class_path(c, path, "work/class.json");
  json_t *all = json_load_file(path, 0, &error);
  if (!all ||
      json_unpack_ex(
          all, &error, 0,
          "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:F, s:I, s:I, s:I, s:s}",
          "dir", &dir, "due", &due, "submitted", &submitted, "base", &base,
          "only", &only, "key", &key, "key_file", &key_file, "budget",
          &c->budget, "part", &number, "parts", &count, "students", &size,
          "sandbox", &sandbox))
    fail("%s is not what ./course grade writes: %s", path, error.text);
  snprintf(c->dir, sizeof c->dir, "%s", dir);
  snprintf(c->due, sizeof c->due, "%s", due);
  snprintf(c->submitted, sizeof c->submitted, "%s", submitted);
  snprintf(c->base, sizeof c->base, "%s", base);
  snprintf(c->only, sizeof c->only, "%s", only);
  c->part = (size_t)number;
  c->parts = (size_t)count;
  c->students = (size_t)size;
  snprintf(c->key_id, sizeof c->key_id, "%s", key);
  snprintf(c->key_file, sizeof c->key_file, "%s", key_file);
  if (!sandbox_find(sandbox, &c->how.sandbox))
    fail("%s names a sandbox '%s' that there is not", path, sandbox);
  json_decref(all);
  class_load_exercises(c);
}

void class_load_exercises(class_settings *c) {
  size_t first = 0, count;
  exercises_load(&c->all, COURSE_EXERCISES);
  count =
      *c->only ? exercises_find(&c->all, c->only, &first) : c->all.count;
  if (!count) fail("--only: there is no exercise or chapter '%s'", c->only);
  memcpy(c->exercises.all, c->all.all + first, count * sizeof *c->all.all);
  c->exercises.count = count;
}

/* ---- students --------------------------------------------------------*/

/* Does the text hold nothing that would have to be replaced? */
static bool is_safe(const char *text) {
  char *safe = utf8_safe(text, false);
  bool same = strcmp(safe, text) == 0;
  free(safe);
  return same;
}

/* Cuts an id where a character, or what stands for one, begins, and tells
 * it from others that begin so. */
static void shorten(char id[ID_SIZE], size_t length, const char *name) {
  char digits[DIGEST_SIZE];
  digest *d = digest_begin();
  digest_text(d, name);
  digest_end(d, digits);
  while (((unsigned char)id[length] & 0xc0) == 0x80) length--;
  for (size_t back = 1; back < 3; back++)
    if (length >= back && id[length - back] == '%') length -= back;
  snprintf(id + length, ID_SIZE - length, "~%.16s", digits);
}

void id_of(const char *name, char id[ID_SIZE]) {
  /* File systems allow 255 bytes, for the id with all that is put behind
   * it; the name of a folder may have as many. */
  enum { LONGEST = 180, KEPT = 120 };
  size_t length = 0;
  bool text = is_safe(name);
  for (const char *at = name; *at && length + 4 < ID_SIZE; at++) {
    unsigned char c = (unsigned char)*at;
    bool plain = isalnum(c) || c == '_' || (c >= 0x80 && text) ||
                 (strchr(".-", c) && length > 0);
    length += (size_t)snprintf(id + length, ID_SIZE - length,
                               plain ? "%c" : "%%%02X", c);
  }
  id[length] = '\0';
  if (length > LONGEST) shorten(id, KEPT, name);
}

bool class_name_of(const class_settings *c, const char *id,
                   char name[NAME_SIZE]) {
  char other[ID_SIZE];
  bool found = false;
  DIR *folder = opendir(c->dir);
  for (struct dirent *d; folder && !found && (d = readdir(folder));) {
    id_of(d->d_name, other);
    found = strcmp(other, id) == 0;
    if (found) snprintf(name, NAME_SIZE, "%s", d->d_name);
  }
  if (folder) closedir(folder);
  return found;
}

void class_each(const class_settings *c,
                void (*use)(const char *id, void *context), void *context) {
  char path[PATH_SIZE], id[ID_SIZE + 2];
  class_path(c, path, "work/students");
  FILE *list = fopen(path, "r");
  if (!list) fail("cannot read %s: %s", path, strerror(errno));
  while (fgets(id, sizeof id, list)) {
    id[strcspn(id, "\n")] = '\0';
    use(id, context);
  }
  fclose(list);
}
