#include "class.h"

#include "fail.h"
#include "file.h"
#include "json_value.h"
#include "language.h"
#include "text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- places ----------------------------------------------------------*/

void class_path(const class_settings *c, char *path, const char *format,
                ...) {
  va_list arguments;
  va_start(arguments, format);
  char *name = text_print_list(format, arguments);
  va_end(arguments);
  text_fill(path, PATH_SIZE, "%s/%s", c->out, name);
  free(name);
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
  if (!all) fail(_("a path is no UTF-8: '%s' or '%s'"), c->dir, c->out);
  if (!json_save(path, all)) exit(2);
  json_decref(all);
}

void class_load(class_settings *c, const char *out) {
  char path[PATH_SIZE];
  const char *dir, *due, *submitted, *base, *only, *sandbox, *key,
      *key_file;
  json_error_t error;
  json_int_t number, count, size;
  text_fill(c->out, sizeof c->out, "%s", out);
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
    fail(_("%s is not what ./course grade writes: %s"), path, error.text);
  text_fill(c->dir, sizeof c->dir, "%s", dir);
  text_fill(c->due, sizeof c->due, "%s", due);
  text_fill(c->submitted, sizeof c->submitted, "%s", submitted);
  text_fill(c->base, sizeof c->base, "%s", base);
  text_fill(c->only, sizeof c->only, "%s", only);
  c->part = (size_t)number;
  c->parts = (size_t)count;
  c->students = (size_t)size;
  text_fill(c->key_id, sizeof c->key_id, "%s", key);
  text_fill(c->key_file, sizeof c->key_file, "%s", key_file);
  if (!sandbox_find(sandbox, &c->how.sandbox))
    fail(_("%s names a sandbox '%s' that there is not"), path, sandbox);
  json_decref(all);
  class_load_exercises(c);
}

void class_load_exercises(class_settings *c) {
  size_t first = 0, count;
  exercises_load(&c->all, COURSE_EXERCISES);
  count =
      *c->only ? exercises_find(&c->all, c->only, &first) : c->all.count;
  if (!count)
    fail(_("--only: there is no exercise or chapter '%s'"), c->only);
  memcpy(c->exercises.all, c->all.all + first, count * sizeof *c->all.all);
  c->exercises.count = count;
}

/* ---- students --------------------------------------------------------*/

void class_each(const class_settings *c,
                void (*use)(const char *id, void *context), void *context) {
  char path[PATH_SIZE];
  class_path(c, path, "work/students");
  char *list = file_read(path), *rest = NULL;
  if (!list) fail(_("cannot read %s: %s"), path, strerror(errno));
  for (char *id = strtok_r(list, "\n", &rest); id;
       id = strtok_r(NULL, "\n", &rest))
    use(id, context);
  free(list);
}

typedef struct {
  const char *id;
  bool found;
} wanted;

static void compare(const char *id, void *context) {
  wanted *w = context;
  if (strcmp(id, w->id) == 0) w->found = true;
}

bool class_has(const class_settings *c, const char *id) {
  wanted w = {.id = id};
  class_each(c, compare, &w);
  return w.found;
}
