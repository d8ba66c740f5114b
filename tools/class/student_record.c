#include "student_record.h"

#include "cached_verdict.h"
#include "dates.h"
#include "json_value.h"
#include "language.h"
#include "source.h"
#include "student_id.h"
#include "submission.h"
#include "text.h"
#include "verdict_json.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *mark_text(double mark, char text[MARK_SIZE]) {
  text_fill(text, MARK_SIZE, "%.2f", mark);
  size_t length = strlen(text);
  while (text[length - 1] == '0') text[--length] = '\0';
  if (text[length - 1] == '.') text[--length] = '\0';
  return text;
}

/* A file that no compiler should see earns nothing: somebody should know
 * before the student does. */
static void ask_about(json_t *record, const json_t *e) {
  if (strcmp(text_in(e, "status"), "bad-file") != 0) return;
  json_array_append_new(json_object_get(record, "questions"),
                        json_sprintf(_("'%s' cannot be graded as %s. %s"),
                                     text_in(e, "file"), text_in(e, "slug"),
                                     text_in(e, "trouble")));
}

/* Adds the exercise to the record; false if it was interrupted.
 * `file` is how it is called, `path` where it is; NULL if it is missing. */
static bool add_exercise(const class_settings *c, const dates *d,
                         json_t *record, const exercise *e,
                         const char *name, const char *file,
                         const char *path, time_budget *b) {
  json_t *result = path ? cached_verdict(c, e, path, b)
                        : cached_verdict_without(c, e, NO_FILE, "");
  if (!result) return false;
  lateness late = dates_lateness(d, name, e->slug);
  if (!path) late = (lateness){.share = 1};
  double mark = round(number_in(result, "earned") * late.share * 100) / 100;
  json_object_set_new(result, "file",
                      file ? json_safe_text(file) : json_null());
  json_object_set_new(result, "days_late", json_integer(late.days));
  json_object_set_new(result, "mark",
                      cached_verdict_is(result, NOT_GRADED)
                          ? json_null()
                          : json_real(mark));
  json_array_append_new(json_object_get(record, "exercises"), result);
  ask_about(record, result);
  if (late.late) json_object_set_new(record, "late", json_true());
  if (late.undated) json_object_set_new(record, "undated", json_true());
  return true;
}

static void sum_up(json_t *record, size_t found, size_t count,
                   bool trouble) {
  double mark = 0;
  int points = 0;
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    mark += number_in(e, "mark");
    points += (int)number_in(e, "points");
    if (cached_verdict_is(e, NOT_GRADED)) trouble = true;
  }
  const char *status = trouble         ? "trouble"
                       : found == 0    ? "empty"
                       : found < count ? "incomplete"
                                       : "graded";
  json_object_set_new(record, "mark",
                      trouble ? json_null() : json_real(mark));
  json_object_set_new(record, "points", json_integer(points));
  json_object_set_new(record, "status", json_string(status));
}

json_t *student_record_make(const class_settings *c, const dates *d,
                            const char *id, const char *name,
                            const char *folder) {
  submission s;
  size_t first = 0, found = 0, count = c->exercises.count;
  time_budget time = {.most = c->budget};
  exercises_find(&c->all, c->exercises.all[0].slug, &first);
  submission_read(&s, folder, &c->all, first, first + count);
  json_t *record = json_pack(
      "{s:o, s:s, s:s, s:b, s:b, s:s, s:O, s:O, s:[]}", "student",
      json_safe_text(name), "id", id, "status", "", "late", 0, "undated", 0,
      "sandbox", sandbox_name(c->how.sandbox), "questions", s.questions,
      "unexpected", s.unexpected, "exercises");
  for (size_t i = 0; record && i < count; i++) {
    const char *path = s.paths[first + i];
    found += path != NULL;
    if (add_exercise(c, d, record, &c->exercises.all[i], name,
                     s.names[first + i], path, &time))
      continue;
    json_decref(record);
    record = NULL;
  }
  json_object_set_new(record, "base", json_string(c->base));
  json_object_set_new(record, "only", json_string(c->only));
  if (record) sum_up(record, found, count, s.trouble);
  submission_free(&s);
  return record;
}

json_t *student_record_of_nothing(const class_settings *c, const char *id) {
  char *name = student_id_name(c, id);
  json_t *record = json_pack(
      "{s:o, s:s, s:s, s:b, s:b, s:s, s:[], s:[], s:[]}", "student",
      json_safe_text(name ? name : id), "id", id, "status", "", "late", 0,
      "undated", 0, "sandbox", sandbox_name(c->how.sandbox), "questions",
      "unexpected", "exercises");
  free(name);
  for (size_t i = 0; i < c->exercises.count; i++) {
    json_t *result = cached_verdict_without(
        c, &c->exercises.all[i], NOT_GRADED, _("It is not graded yet."));
    json_object_set_new(result, "file", json_null());
    json_object_set_new(result, "days_late", json_integer(0));
    json_object_set_new(result, "mark", json_null());
    json_array_append_new(json_object_get(record, "exercises"), result);
  }
  sum_up(record, 0, c->exercises.count, true);
  return record;
}

bool student_record_save(const class_settings *c, const json_t *record) {
  char path[PATH_SIZE];
  class_path(c, path, "results/%s.json", text_in(record, "id"));
  return json_save(path, record);
}

json_t *student_record_load(const class_settings *c, const char *id) {
  char path[PATH_SIZE];
  class_path(c, path, "results/%s.json", id);
  json_t *record = json_load_file(path, 0, NULL);
  if (strcmp(text_in(record, "base"), c->base) == 0 &&
      strcmp(text_in(record, "only"), c->only) == 0)
    return record;
  json_decref(record);
  return NULL;
}
