#include "tally.h"

#include "json_value.h"
#include "language.h"
#include "memory.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const event_names[EVENTS] = {
    N_("crash"),   N_("killed"),        N_("time-out"),
    N_("exit"),    N_("limit"),         N_("outside"),
    N_("changed"), N_("uninitialised"), N_("unsteady")};

static size_t bin_of(double mark, double points) {
  if (points <= 0 || mark <= 0) return 0;
  return (size_t)fmin(10, ceil(10 * mark / points - 1e-9));
}

static section *find_section(const tally *t, const char *label) {
  for (size_t i = 0; i < t->section_count; i++)
    if (strcmp(t->sections[i].label, label) == 0) return &t->sections[i];
  return NULL;
}

const section *tally_section(const tally *t, const char *label) {
  return find_section(t, label);
}

/* The section, made if there is none; NULL if nothing is to be reread. */
static section *section_of(tally *t, const json_t *reread) {
  const char *label = text_in(reread, "label");
  if (!*label) return NULL;
  section *s = find_section(t, label);
  if (s) return s;
  t->sections =
      memory_resize(t->sections, t->section_count + 1, sizeof *t->sections);
  s = &t->sections[t->section_count++];
  *s = (section){0};
  const char *page = text_in(reread, "page");
  const char *slash = strrchr(page, '/');
  text_fill(s->label, sizeof s->label, "%s", label);
  text_fill(s->title, sizeof s->title, "%s", text_in(reread, "title"));
  text_fill(s->page, sizeof s->page, "%s", slash ? slash + 1 : page);
  return s;
}

/* The mistake, made if there is none. */
static known_mistake *known_of(tally *t, size_t number, const char *id) {
  for (size_t i = 0; i < t->known_count; i++)
    if (t->known[i].exercise == number && strcmp(t->known[i].id, id) == 0)
      return &t->known[i];
  t->known = memory_resize(t->known, t->known_count + 1, sizeof *t->known);
  known_mistake *k = &t->known[t->known_count++];
  *k = (known_mistake){.exercise = number};
  text_fill(k->id, sizeof k->id, "%s", id);
  return k;
}

/* The tutor's sentence stands behind an empty line in the part's lines. */
static char *sentence_of(const json_t *p) {
  size_t i;
  const json_t *line;
  const char *last = "";
  bool after = false;
  json_array_foreach(json_object_get(p, "lines"), i, line) {
    const char *text = json_string_value(line);
    if (after && *text) {
      last = text;
      break;
    }
    after = strcmp(text, " ") == 0;
  }
  return text_print("%s", last);
}

static void add_part(tally *t, size_t number, const json_t *p) {
  const char *id = text_in(p, "misconception");
  const char *event = text_in(p, "event");
  for (size_t k = 0; *event && k < EVENTS; k++)
    if (strcmp(event, event_names[k]) == 0)
      t->exercises[number].events[k]++;
  /* Who has not written a function has not misunderstood it. */
  bool misunderstood = *id && strcmp(id, "not-written") != 0;
  if (!misunderstood) return;
  known_mistake *known = known_of(t, number, id);
  section *reread = section_of(t, json_object_get(p, "reread"));
  if (!known->says) known->says = sentence_of(p);
  if (reread)
    text_fill(known->reread, sizeof known->reread, "%s", reread->label);
  if (known->last != t->students) known->students++;
  known->last = t->students;
  if (!reread) return;
  if (reread->last != t->students) reread->students++;
  reread->last = t->students;
}

static void add_exercise(tally *t, size_t number, const json_t *e) {
  exercise_tally *x = &t->exercises[number];
  const char *status = text_in(e, "status");
  double earned = number_in(e, "earned"), points = number_in(e, "points");
  size_t i;
  const json_t *p;
  if (strcmp(status, "no-file") == 0) return;
  x->handed_in++;
  bool begun = !true_in(e, "untouched") || earned > 0;
  if (!begun) x->not_begun++;
  if (strcmp(status, "no-compile") == 0) x->no_compile++;
  if (earned == points) x->full++;
  x->sum += earned;
  x->bins[bin_of(earned, points)]++;
  json_array_foreach(json_object_get(e, "parts"), i, p) {
    if (begun) add_part(t, number, p);
  }
}

void tally_add(tally *t, const class_settings *c, const json_t *record) {
  const char *status = text_in(record, "status");
  size_t i;
  const json_t *e;
  t->students++;
  t->points = number_in(record, "points");
  t->sum += number_in(record, "mark");
  t->totals[bin_of(number_in(record, "mark"), t->points)]++;
  if (true_in(record, "late")) t->late++;
  t->graded += strcmp(status, "graded") == 0;
  t->incomplete += strcmp(status, "incomplete") == 0;
  t->empty += strcmp(status, "empty") == 0;
  t->trouble += strcmp(status, "trouble") == 0;
  json_array_foreach(json_object_get(record, "exercises"), i,
                     e) if (i < c->exercises.count) add_exercise(t, i, e);
}

static int by_students(const void *a, const void *b) {
  const known_mistake *x = a, *y = b;
  if (x->students != y->students) return x->students < y->students ? 1 : -1;
  if (x->exercise != y->exercise) return x->exercise > y->exercise ? 1 : -1;
  return strcmp(x->id, y->id);
}

static int sections_by_students(const void *a, const void *b) {
  const section *x = a, *y = b;
  if (x->students != y->students) return x->students < y->students ? 1 : -1;
  return strcmp(x->label, y->label);
}

void tally_sort(tally *t) {
  if (t->section_count)
    qsort(t->sections, t->section_count, sizeof *t->sections,
          sections_by_students);
  if (t->known_count)
    qsort(t->known, t->known_count, sizeof *t->known, by_students);
}

void tally_free(tally *t) {
  for (size_t i = 0; i < t->known_count; i++) free(t->known[i].says);
  free(t->known);
  free(t->sections);
}
