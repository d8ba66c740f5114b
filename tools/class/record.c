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

/* Adds the exercise to the record; false if it was interrupted. */
static bool add_exercise(const class_settings *c, json_t *record,
                         const exercise *e, const char *folder,
                         const char *file) {
  char path[2 * PATH_SIZE];
  snprintf(path, sizeof path, "%s/%s", folder, file);
  json_t *result = *file ? grade_once(c, e, path) : missing(c, e);
  if (!result) return false;
  lateness late = dates_lateness(text_in(record, "student"), e->slug);
  if (!*file) late = (lateness){.share = 1};
  double mark = round(number_in(result, "earned") * late.share * 100) / 100;
  json_t *name = *file ? json_string(file) : NULL;
  json_object_set_new(result, "file",
                      name    ? name
                      : *file ? json_string("(its name is no UTF-8)")
                              : json_null());
  json_object_set_new(result, "days_late", json_integer(late.days));
  json_object_set_new(result, "mark", json_real(mark));
  json_array_append_new(json_object_get(record, "exercises"), result);
  if (late.late) json_object_set_new(record, "late", json_true());
  return true;
}

static void sum_up(json_t *record, size_t found, size_t count) {
  double mark = 0;
  int points = 0;
  bool trouble = false;
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
                    const char *folder) {
  static submission s;
  char name[ID_SIZE];
  size_t first = 0, found = 0, count = c->exercises.count;
  name_of(id, name);
  exercises_find(&c->all, c->exercises.all[0].slug, &first);
  submission_read(&s, folder, &c->all, first, first + count);
  json_t *student = json_string(name);
  json_t *record =
      json_pack("{s:o, s:s, s:s, s:b, s:I, s:s, s:o, s:[]}", "student",
                student ? student : json_string(id), "id", id, "status", "",
                "late", 0, "seed", (json_int_t)c->how.seed, "sandbox",
                sandbox_name(c->how.sandbox), "unexpected",
                json_incref(s.unexpected), "exercises");
  for (size_t i = 0; record && i < count; i++) {
    const char *file = s.files[first + i];
    found += *file != '\0';
    if (add_exercise(c, record, &c->exercises.all[i], folder, file))
      continue;
    json_decref(record);
    record = NULL;
  }
  json_object_set_new(record, "base", json_string(c->base));
  json_object_set_new(record, "only", json_string(c->only));
  if (record) sum_up(record, found, count);
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
