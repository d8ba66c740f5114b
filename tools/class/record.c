#include "record.h"

#include "dates.h"
#include "digest.h"
#include "interrupt.h"
#include "report.h"
#include "source.h"
#include "submission.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *text_in(const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? text : "";
}

double number_in(const json_t *object, const char *key) {
  return json_number_value(json_object_get(object, key));
}

bool true_in(const json_t *object, const char *key) {
  return json_is_true(json_object_get(object, key));
}

const char *mark_text(double mark, char text[32]) {
  snprintf(text, 32, "%.2f", mark);
  size_t length = strlen(text);
  while (text[length - 1] == '0') text[--length] = '\0';
  if (text[length - 1] == '.') text[--length] = '\0';
  return text;
}

/* ---- one exercise ----------------------------------------------------*/

/* The name under which the verdict on this file is kept: the same for the
 * same text and everything else that decides. */
static void cache_path(const class_settings *c, const exercise *e,
                       const char *text, char *path) {
  char name[DIGEST_SIZE];
  digest *d = digest_begin();
  digest_text(d, c->base);
  digest_text(d, e->slug);
  digest_file(d, e->header);
  digest_file(d, e->driver);
  digest_text(d, text);
  digest_end(d, name);
  class_path(c, path, "work/cache/%s.json", name);
}

static json_t *grade(const class_settings *c, const exercise *e,
                     const char *file) {
  verdict v = verdict_of(e, file, c->how);
  json_t *result = interrupt_seen() ? NULL : report_verdict(e, &v);
  verdict_free(&v);
  return result;
}

/* From what was graded before, or anew. What could not be graded is tried
 * again the next time. */
static json_t *grade_once(const class_settings *c, const exercise *e,
                          const char *file) {
  char path[PATH_SIZE], why[TEXT];
  char *text = source_read(file, why, sizeof why);
  if (!text) return grade(c, e, file);
  cache_path(c, e, text, path);
  free(text);
  json_t *kept = json_load_file(path, 0, NULL);
  if (strcmp(text_in(kept, "slug"), e->slug) == 0) return kept;
  json_decref(kept);
  json_t *fresh = grade(c, e, file);
  if (fresh && !*text_in(fresh, "trouble")) class_write_json(path, fresh);
  return fresh;
}

static json_t *missing(const class_settings *c, const exercise *e) {
  verdict v = {.status = NO_FILE, .points = e->points, .how = c->how};
  v.compiler = v.trouble = (char *)(size_t) "";
  return report_verdict(e, &v);
}

/* ---- all of them -----------------------------------------------------*/

/* A file that no compiler should see earns nothing: somebody should know
 * before the student does. */
static void ask_about(json_t *record, const json_t *e) {
  if (strcmp(text_in(e, "status"), "bad-file") != 0) return;
  json_array_append_new(json_object_get(record, "questions"),
                        json_sprintf("'%s' cannot be graded as %s. %s",
                                     text_in(e, "file"), text_in(e, "slug"),
                                     text_in(e, "trouble")));
}

/* Adds the exercise to the record; false if it was interrupted.
 * `file` is how it is called, `path` where it is; NULL if it is missing. */
static bool add_exercise(const class_settings *c, json_t *record,
                         const exercise *e, const char *name,
                         const char *file, const char *path) {
  json_t *result = path ? grade_once(c, e, path) : missing(c, e);
  if (!result) return false;
  lateness late = dates_lateness(name, e->slug);
  if (!path) late = (lateness){.share = 1};
  double mark = round(number_in(result, "earned") * late.share * 100) / 100;
  json_object_set_new(result, "file",
                      file ? report_text(file) : json_null());
  json_object_set_new(result, "days_late", json_integer(late.days));
  json_object_set_new(result, "mark", json_real(mark));
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
    if (strcmp(text_in(e, "status"), "not-graded") == 0) trouble = true;
  }
  const char *status = trouble         ? "trouble"
                       : found == 0    ? "empty"
                       : found < count ? "incomplete"
                                       : "graded";
  json_object_set_new(record, "mark", json_real(mark));
  json_object_set_new(record, "points", json_integer(points));
  json_object_set_new(record, "status", json_string(status));
}

json_t *record_make(const class_settings *c, const char *id,
                    const char *name, const char *folder) {
  submission s;
  size_t first = 0, found = 0, count = c->exercises.count;
  exercises_find(&c->all, c->exercises.all[0].slug, &first);
  submission_read(&s, folder, &c->all, first, first + count);
  json_t *record =
      json_pack("{s:o, s:s, s:s, s:b, s:b, s:I, s:s, s:O, s:O, s:[]}",
                "student", report_text(name), "id", id, "status", "",
                "late", 0, "undated", 0, "seed", (json_int_t)c->how.seed,
                "sandbox", sandbox_name(c->how.sandbox), "questions",
                s.questions, "unexpected", s.unexpected, "exercises");
  for (size_t i = 0; record && i < count; i++) {
    const char *path = s.paths[first + i];
    found += path != NULL;
    if (add_exercise(c, record, &c->exercises.all[i], name,
                     s.names[first + i], path))
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

bool record_save(const class_settings *c, const json_t *record) {
  char path[PATH_SIZE];
  class_path(c, path, "results/%s.json", text_in(record, "id"));
  return class_write_json(path, record);
}

json_t *record_load(const class_settings *c, const char *id) {
  char path[PATH_SIZE];
  class_path(c, path, "results/%s.json", id);
  json_t *record = json_load_file(path, 0, NULL);
  if (strcmp(text_in(record, "base"), c->base) == 0 &&
      strcmp(text_in(record, "only"), c->only) == 0)
    return record;
  json_decref(record);
  return NULL;
}
