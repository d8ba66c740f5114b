#include "cached_verdict.h"

#include "clock.h"
#include "digest.h"
#include "interrupt.h"
#include "json_value.h"
#include "language.h"
#include "source.h"
#include "verdict_json.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
                      const char *file, const char *text, time_budget *b) {
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
                     const char *file, const char *text, time_budget *b) {
  verdict v = graded(c, e, file, text, b);
  json_t *result = interrupt_seen() ? NULL : verdict_json(e, &v);
  if (result) json_object_del(result, "seed");
  verdict_free(&v);
  return result;
}

json_t *cached_verdict_without(const class_settings *c, const exercise *e,
                               verdict_status status, const char *why) {
  verdict v = {.status = status, .points = e->points, .how = c->how};
  v.compiler = (char *)(size_t) "";
  v.trouble = (char *)(size_t)why;
  json_t *result = verdict_json(e, &v);
  json_object_del(result, "seed");
  return result;
}

bool cached_verdict_is(const json_t *result, verdict_status status) {
  return strcmp(text_in(result, "status"), verdict_status_name(status)) ==
         0;
}

json_t *cached_verdict(const class_settings *c, const exercise *e,
                       const char *file, time_budget *b) {
  char path[PATH_SIZE], why[TEXT];
  char *text = source_read(file, why, sizeof why);
  if (!text && errno != 0) /* it is there, or was a moment ago */
    return cached_verdict_without(c, e, NOT_GRADED,
                                  *why ? why : _("The file is gone."));
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
    return cached_verdict_without(
        c, e, OUT_OF_TIME,
        _("The exercises before this one used up the time that a submission "
          "has for loops that do not end. It was not graded."));
  }
  double before = b->spent;
  json_t *fresh = grade(c, e, file, text, b);
  if (fresh)
    json_object_set_new(fresh, "spent", json_real(b->spent - before));
  if (text && fresh && !cached_verdict_is(fresh, NOT_GRADED))
    json_save(path, fresh);
  free(text);
  return fresh;
}
