#include "verdict_json.h"

#include "book.h"
#include "json_value.h"

#include <stdio.h>
#include <stdlib.h>

static json_t *reread(const char *label) {
  book_section s;
  if (!book_find(label, &s)) return json_null();
  return json_pack("{s:s, s:s, s:s}", "label", label, "title", s.title,
                   "page", s.page);
}

static json_t *part_of(const part *p) {
  static const char *const states[] = {"passed", "failed", "skipped"};
  json_t *lines = json_array();
  for (size_t i = 0; i < p->line_count; i++)
    json_array_append_new(lines, json_safe_text(p->lines[i]));
  return json_pack("{s:s, s:s, s:i, s:s, s:s, s:s, s:o, s:o}", "id", p->id,
                   "title", p->title, "points", p->points, "state",
                   states[p->state], "misconception", p->misconception,
                   "event", p->event, "lines", lines, "reread",
                   reread(p->reread));
}

json_t *verdict_json(const exercise *e, const verdict *v) {
  json_t *parts = json_array();
  for (size_t i = 0; i < v->part_count; i++)
    json_array_append_new(parts, part_of(&v->parts[i]));
  return json_pack(
      "{s:s, s:s, s:s, s:b, s:I, s:s, s:i, s:i, s:o, s:o, s:o}", "slug",
      e->slug, "file", e->file, "status", verdict_status_name(v->status),
      "untouched", v->untouched, "seed", (json_int_t)v->how.seed, "sandbox",
      sandbox_name(v->how.sandbox), "earned", v->earned, "points",
      v->points, "parts", parts, "compiler", json_safe_text(v->compiler),
      "trouble", json_safe_text(v->trouble));
}
