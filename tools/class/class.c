#include "class.h"

#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void fail(const char *format, ...) {
  va_list arguments;
  fprintf(stderr, "course: ");
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fprintf(stderr, "\n");
  exit(2);
}

/* ---- places ----------------------------------------------------------*/

void class_path(const class_settings *c, char *path, const char *format,
                ...) {
  va_list arguments;
  int length = snprintf(path, PATH_SIZE, "%s/", c->out);
  va_start(arguments, format);
  vsnprintf(path + length, (size_t)(PATH_SIZE - length), format, arguments);
  va_end(arguments);
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
      "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:f, s:s}", "dir", c->dir, "due",
      c->due, "submitted", c->submitted, "base", c->base, "only", c->only,
      "key", c->key_id, "key_file", c->key_file, "budget", c->budget,
      "sandbox", sandbox_name(c->how.sandbox));
  if (!all) fail("a path is no UTF-8: '%s' or '%s'", c->dir, c->out);
  if (!class_write_json(path, all)) exit(2);
  json_decref(all);
}

void class_load(class_settings *c, const char *out) {
  char path[PATH_SIZE];
  const char *dir, *due, *submitted, *base, *only, *sandbox, *key,
      *key_file;
  json_error_t error;
  snprintf(c->out, sizeof c->out, "%s", out);
  class_path(c, path, "work/class.json");
  json_t *all = json_load_file(path, 0, &error);
  if (!all ||
      json_unpack_ex(all, &error, 0,
                     "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:F, s:s}", "dir",
                     &dir, "due", &due, "submitted", &submitted, "base",
                     &base, "only", &only, "key", &key, "key_file",
                     &key_file, "budget", &c->budget, "sandbox", &sandbox))
    fail("%s is not what ./course grade writes: %s", path, error.text);
  snprintf(c->dir, sizeof c->dir, "%s", dir);
  snprintf(c->due, sizeof c->due, "%s", due);
  snprintf(c->submitted, sizeof c->submitted, "%s", submitted);
  snprintf(c->base, sizeof c->base, "%s", base);
  snprintf(c->only, sizeof c->only, "%s", only);
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

void id_of(const char *name, char id[ID_SIZE]) {
  size_t length = 0;
  json_t *text = json_string(name); /* none if it is no UTF-8 */
  for (; *name && length + 4 < ID_SIZE; name++) {
    unsigned char c = (unsigned char)*name;
    bool plain = isalnum(c) || c == '_' || (c >= 0x80 && text) ||
                 (strchr(".-", c) && length > 0);
    length += (size_t)snprintf(id + length, ID_SIZE - length,
                               plain ? "%c" : "%%%02X", c);
  }
  id[length] = '\0';
  json_decref(text);
}

void name_of(const char *id, char name[ID_SIZE]) {
  size_t length = 0;
  for (; *id && length + 1 < ID_SIZE; id++) {
    unsigned c = (unsigned char)*id;
    if (c == '%' && sscanf(id + 1, "%2x", &c) == 1) id += 2;
    name[length++] = (char)c;
  }
  name[length] = '\0';
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
