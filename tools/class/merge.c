#define _XOPEN_SOURCE 700 /* realpath */
#include "merge.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "output_folder.h"
#include "remarks.h"
#include "student_record.h"
#include "text.h"
#include "writer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what fits together ----------------------------------------------*/

/* Only what was asked in the same way can stand in one gradebook. */
static void compare_settings(const char *first, const char *other,
                             const class_settings *c,
                             const class_settings *from) {
  if (strcmp(from->key_id, c->key_id) != 0)
    fail(
        _("%s and %s were graded with different keys: their marks cannot be "
          "compared"),
        first, other);
  if (strcmp(from->only, c->only) != 0)
    fail(_("%s has the marks of '%s', %s those of '%s'"), first,
         *c->only ? c->only : _("all"), other,
         *from->only ? from->only : _("all"));
}

/* All parts of a class, and each once: a student in a part that is missing
 * would be in no gradebook. */
typedef struct {
  const char *name; /* of the first */
  size_t parts, students;
  bool seen[PARTS_MAX];
} parts_seen;

static void see_part(parts_seen *seen, const char *name,
                     const class_settings *from) {
  if (!seen->name)
    *seen = (parts_seen){
        .name = name, .parts = from->parts, .students = from->students};
  if (seen->parts == 1 && from->parts == 1) return; /* two classes */
  if (from->parts != seen->parts || from->students != seen->students)
    fail(
        _("%s is a part of %zu of a class of %zu, %s one of %zu of a class "
          "of %zu: they are not of one class"),
        seen->name, seen->parts, seen->students, name, from->parts,
        from->students);
  if (seen->seen[from->part])
    fail(_("%s has the part %zu/%zu, which is there already"), name,
         from->part + 1, from->parts);
  seen->seen[from->part] = true;
}

static void find_missing_part(const parts_seen *seen) {
  for (size_t i = 0; seen->parts > 1 && i < seen->parts; i++)
    if (!seen->seen[i])
      fail(
          _("the part %zu/%zu is missing: the students in it would be in no "
            "gradebook"),
          i + 1, seen->parts);
}

/* ---- one of several --------------------------------------------------*/

static void begin_merged(class_settings *c, const class_settings *first,
                         const char *out) {
  char path[PATH_SIZE];
  *c = *first;
  c->part = 0;
  c->parts = 1;
  text_fill(c->out, sizeof c->out, "%s", out);
  output_folder_take(c, 1);
  class_path(c, path, "work/students");
  if (!file_write(path, ""))
    fail(_("cannot write %s: %s"), path, strerror(errno));
}

typedef struct {
  const class_settings *from, *to;
} copying;

/* A student's record of another OUT is copied into this one. */
static void take_over(const char *id, void *context) {
  const copying *between = context;
  const class_settings *to = between->to;
  char path[PATH_SIZE];
  if (class_has(to, id))
    fail(_("'%s' is in two of the folders to merge"), id);
  class_path(to, path, "work/students");
  FILE *list = fopen(path, "a");
  if (!list || fprintf(list, "%s\n", id) < 0 || fclose(list) != 0)
    fail(_("cannot write %s: %s"), path, strerror(errno));
  json_t *record = student_record_load(between->from, id);
  if (!record) return;
  json_object_set_new(record, "base", json_string(to->base));
  if (!student_record_save(to, record)) exit(2);
  json_decref(record);
}

/* The path of --out, which is none of those to merge. */
static void choose_out(const arguments *a, char out[PATH_SIZE]) {
  char dir[PATH_SIZE];
  arguments_path(a->out, out, PATH_SIZE);
  char *there = realpath(out, NULL);
  for (int i = 0; i < a->count; i++) {
    arguments_real_path(a->words[i], dir, sizeof dir);
    if (there && strcmp(there, dir) == 0)
      fail(_("--out is one of the folders to merge"));
  }
  free(there);
}

static void load(class_settings *from, const char *folder) {
  char dir[PATH_SIZE];
  arguments_real_path(folder, dir, sizeof dir);
  class_load(from, dir);
}

int merge(class_settings *c, const arguments *a) {
  static class_settings from; /* large */
  parts_seen parts = {0};
  char out[PATH_SIZE];
  if (!a->out || a->count == 0)
    fail(_("merge wants the folders to merge, and --out for the new one"));
  choose_out(a, out);
  for (int i = 0; i < a->count; i++) {
    load(&from, a->words[i]);
    see_part(&parts, a->words[i], &from);
  }
  find_missing_part(&parts);
  for (int i = 0; i < a->count; i++) {
    load(&from, a->words[i]);
    if (i == 0) begin_merged(c, &from, out);
    compare_settings(a->words[0], a->words[i], c, &from);
    if (from.how.sandbox < c->how.sandbox)
      c->how.sandbox = from.how.sandbox; /* the weakest is told */
    class_each(&from, take_over, &(copying){&from, c});
    remarks_add(c, &from);
  }
  class_save(c);
  return writers_run(c) ? 0 : 1;
}
