#include "student_record.h"

#include "clock.h"
#include "dates.h"
#include "digest.h"
#include "interrupt.h"
#include "source.h"
#include "submission.h"
#include "verdict_json.h"

#include <errno.h>
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

/* How long a student's exercises have taken beyond what a right answer
 * takes on a busy machine, in seconds: time-outs, and what is slow. */
typedef struct {
  double spent, most;
} budget;

/* Is there something in the verdict that a busy machine, or one without
 * memory, does to a program as well? */
static bool is_doubtful(const verdict *v) {
  for (size_t i = 0; i < v->part_count; i++)
    if (strcmp(v->parts[i].event, "time-out") == 0 ||
        strcmp(v->parts[i].event, "killed") == 0)
      return true;
  return false;
}

/* Grades a file. A fault of the machine may be over in a moment, and so may
 * what looks like an endless loop: both are tried again. */
static verdict graded(const class_settings *c, const exercise *e,
                      const char *file, const char *text, budget *b) {
  enum { TRIES = 3, PATIENCE = 10 };
  bool doubted = false;
  grading how = c->how;
  how.seed = text ? key_seed(&c->key, e->slug, text) : 0;
  for (int tried = 1;; tried++) {
    double began = clock_seconds();
    verdict v = verdict_of(e, file, how);
    bool doubtful = is_doubtful(&v);
    double took = clock_seconds() - began;
    if (v.status != NOT_GRADED)
      b->spent += doubtful ? took : fmax(0, took - PATIENCE);
    bool again = v.status == NOT_GRADED || (doubtful && !doubted);
    doubted = doubted || doubtful;
    if (!again || tried == TRIES || interrupt_seen()) return v;
    if (v.status == NOT_GRADED) clock_sleep(tried);
    verdict_free(&v);
  }
}

/* As JSON; NULL if it was interrupted. The seed stays with us. */
static json_t *grade(const class_settings *c, const exercise *e,
                     const char *file, const char *text, budget *b) {
  verdict v = graded(c, e, file, text, b);
  json_t *result = interrupt_seen() ? NULL : verdict_json(e, &v);
  if (result) json_object_del(result, "seed");
  verdict_free(&v);
  return result;
}

/* A verdict on a file that nobody looked into. */
static json_t *without_looking(const class_settings *c, const exercise *e,
                               verdict_status status, const char *why) {
  verdict v = {.status = status, .points = e->points, .how = c->how};
  v.compiler = (char *)(size_t) "";
  v.trouble = (char *)(size_t)why;
  json_t *result = verdict_json(e, &v);
  json_object_del(result, "seed");
  return result;
}

static bool has_status(const json_t *result, verdict_status status) {
  return strcmp(text_in(result, "status"), verdict_status_name(status)) ==
         0;
}

/* From what was graded before, or anew. What could not be graded is tried
 * again the next time. */
static json_t *grade_once(const class_settings *c, const exercise *e,
                          const char *file, budget *b) {
  char path[PATH_SIZE], why[TEXT];
  char *text = source_read(file, why, sizeof why);
  if (!text && errno != 0) /* it is there, or was a moment ago */
    return without_looking(c, e, NOT_GRADED,
                           *why ? why : "The file is gone.");
  if (text) {
    cache_path(c, e, text, path);
    json_t *kept = json_load_file(path, 0, NULL);
    if (strcmp(text_in(kept, "slug"), e->slug) == 0) {
      b->spent += number_in(kept, "spent");
      free(text);
      return kept;
    }
    json_decref(kept);
  }
  if (b->spent > b->most) {
    free(text);
    return without_looking(
        c, e, OUT_OF_TIME,
        "The exercises before this one used up the time that a submission "
        "has for loops that do not end. It was not graded.");
  }
  double before = b->spent;
  json_t *fresh = grade(c, e, file, text, b);
  if (fresh)
    json_object_set_new(fresh, "spent", json_real(b->spent - before));
  if (text && fresh && !has_status(fresh, NOT_GRADED))
    class_write_json(path, fresh);
  free(text);
  return fresh;
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
                         const char *file, const char *path, budget *b) {
  json_t *result =
      path ? grade_once(c, e, path, b) : without_looking(c, e, NO_FILE, "");
  if (!result) return false;
  lateness late = dates_lateness(name, e->slug);
  if (!path) late = (lateness){.share = 1};
  double mark = round(number_in(result, "earned") * late.share * 100) / 100;
  json_object_set_new(result, "file",
                      file ? json_safe_text(file) : json_null());
  json_object_set_new(result, "days_late", json_integer(late.days));
  json_object_set_new(result, "mark",
                      has_status(result, NOT_GRADED) ? json_null()
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
    if (has_status(e, NOT_GRADED)) trouble = true;
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

json_t *student_record_make(const class_settings *c, const char *id,
                            const char *name, const char *folder) {
  submission s;
  size_t first = 0, found = 0, count = c->exercises.count;
  budget time = {.most = c->budget};
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
    if (add_exercise(c, record, &c->exercises.all[i], name,
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
  char name[NAME_SIZE];
  if (!class_name_of(c, id, name)) snprintf(name, sizeof name, "%s", id);
  json_t *record = json_pack(
      "{s:o, s:s, s:s, s:b, s:b, s:s, s:[], s:[], s:[]}", "student",
      json_safe_text(name), "id", id, "status", "", "late", 0, "undated", 0,
      "sandbox", sandbox_name(c->how.sandbox), "questions", "unexpected",
      "exercises");
  for (size_t i = 0; i < c->exercises.count; i++) {
    json_t *result = without_looking(c, &c->exercises.all[i], NOT_GRADED,
                                     "It is not graded yet.");
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
  return class_write_json(path, record);
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
