#include "explain.h"

#include "compare.h"
#include "language.h"
#include "memory.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void asked_add(asked_cases *cases, message query, message right,
               message answer, const char *printed, bool far) {
  cases->all =
      memory_resize(cases->all, cases->count + 1, sizeof *cases->all);
  cases->all[cases->count++] =
      (asked_case){query, right, answer, text_print("%s", printed), far};
}

void asked_free(asked_cases *cases) {
  for (size_t i = 0; i < cases->count; i++) {
    asked_case *c = &cases->all[i];
    message_free(&c->query);
    message_free(&c->right);
    message_free(&c->answer);
    free(c->printed);
  }
  free(cases->all);
  *cases = (asked_cases){0};
}

/* ---- known mistakes --------------------------------------------------*/

void explain_keep_fields(message *m, const char *fields) {
  size_t kept = 0;
  for (size_t f = 0; f < m->count; f++)
    if (!fields || declared_lists(fields, m->fields[f].name))
      m->fields[kept++] = m->fields[f];
    else
      free(m->fields[f].values);
  m->count = kept;
}

/* Does the mistake give the student's answer in this case? `*wrong` becomes
 * true if that is not the right one. */
static bool gives(const mistake *m, const exercise_part *p,
                  const asked_case *c, bool *wrong) {
  message said;
  const message_field *field;
  size_t index;
  message_begin(&said, "answer");
  m->answer(&c->query, &said);
  explain_keep_fields(&said, p->fields);
  explain_keep_fields(&said, m->fields);
  bool same = !compare_differs(&said, &c->answer, declared_digits(p),
                               &field, &index);
  if (m->fields)
    *wrong = *wrong || compare_differs(&said, &c->right, declared_digits(p),
                                       &field, &index);
  message_free(&said);
  return same;
}

const mistake *explain_mistake(const exercise *e, const exercise_part *p,
                               const asked_cases *cases) {
  for (const mistake *m = e->mistakes; m->id; m++) {
    if (m->parts && !declared_lists(m->parts, p->id)) continue;
    bool all = true, wrong = m->fields == NULL;
    for (size_t i = 0; i < cases->count && all; i++)
      all = gives(m, p, &cases->all[i], &wrong);
    if (all && wrong) return m;
  }
  return NULL;
}

/* ---- mistakes that exercises share -----------------------------------*/

/* What is not a number in one comes from where it does in the other? */
static bool same_kinds(const message *a, const message *b) {
  for (size_t f = 0; f < a->count; f++) {
    const message_field *one = &a->fields[f];
    const message_field *other = message_find(b, one->name);
    for (size_t k = 0; other && k < one->count && k < other->count; k++)
      if (message_nan_kind(one->values[k]) !=
          message_nan_kind(other->values[k]))
        return false;
  }
  return true;
}

const char *explain_nothing(const exercise *e, const exercise_part *p,
                            const asked_cases *cases) {
  bool all = true;
  for (size_t i = 0; i < cases->count && all; i++) {
    const asked_case *c = &cases->all[i];
    const message_field *field;
    size_t index;
    message said;
    message_begin(&said, "answer");
    e->nothing(&c->query, &said);
    all = !compare_differs(&said, &c->answer, declared_digits(p), &field,
                           &index) &&
          same_kinds(&said, &c->answer);
    message_free(&said);
  }
  return all ? "not-written" : NULL;
}

/* What all wrong numbers of a part have in common. */
typedef struct {
  size_t count;
  bool floats;  /* a float holds them, and they are nearly right */
  bool whole;   /* they are whole, and the right ones are not */
  bool differ;  /* they are not all the same */
  bool unset;   /* they come from what was never set */
  double first; /* of them */
} wrong_numbers;

static void look_at_number(wrong_numbers *w, double right, double value) {
  double unit = fmax(1, fabs(right));
  if (w->count++ == 0) w->first = value;
  w->differ = w->differ || value != w->first;
  w->floats = w->floats && isfinite(value) &&
              (double)(float)value == value &&
              fabs(value - right) < 1e-4 * unit;
  w->whole = w->whole && isfinite(value) && trunc(value) == value &&
             trunc(right) != right;
  w->unset = w->unset && isnan(value) &&
             message_nan_kind(value) == NAN_FROM_UNWRITTEN;
}

const char *explain_numbers(const exercise_part *p,
                            const asked_cases *cases) {
  enum { ENOUGH = 4 };
  wrong_numbers w = {.floats = true, .whole = true, .unset = true};
  for (size_t i = 0; i < cases->count; i++) {
    const message *right = &cases->all[i].right;
    for (size_t f = 0; f < right->count; f++) {
      const message_field *a = &right->fields[f];
      const message_field *b = message_find(&cases->all[i].answer, a->name);
      if (!b || b->count != a->count) return NULL;
      for (size_t k = 0; k < a->count; k++)
        if (!compare_near(a->values[k], b->values[k], declared_digits(p),
                          1))
          look_at_number(&w, a->values[k], b->values[k]);
    }
  }
  if (w.count && w.unset) return "added-before-set";
  if (w.count >= ENOUGH && w.differ && w.floats) return "float-for-double";
  if (w.count >= ENOUGH && w.differ && w.whole) return "whole-numbers";
  return NULL;
}

/* ---- finite differences ----------------------------------------------*/

const asked_case *explain_measured(const asked_cases *cases) {
  const asked_case *first = NULL;
  for (size_t i = 0; i < cases->count; i++) {
    const asked_case *c = &cases->all[i];
    double unit = compare_largest(&c->right);
    if (!c->far && !compare_all_near(&c->right, &c->answer, 1e-5, unit))
      return NULL; /* rough, not measured */
    bool exact = c->far
                     ? compare_all_near(&c->right, &c->answer, 1e-9, 0)
                     : compare_all_near(&c->right, &c->answer, 1e-13, unit);
    if (!exact && !first) first = c;
  }
  return first;
}

/* ---- the factor of a gradient ----------------------------------------*/

enum { FIELDS = 8 };

/* By what factor the student's slopes differ from the right ones, as far as
 * the cases so far allow: one number, or a number of the query. */
typedef struct {
  bool begun, constant;
  double value;
  bool times[FIELDS], divided[FIELDS]; /* by field f of the query */
} factor;

static bool same(double a, double b) {
  return compare_near(a, b, 1e-9, 1);
}

/* The factor between two answers; false if there is none. */
static bool factor_between(const message *right, const message *answer,
                           double *value) {
  bool found = false;
  for (size_t f = 0; f < right->count; f++) {
    const message_field *wanted = &right->fields[f];
    const message_field *got = message_find(answer, wanted->name);
    if (!got || got->count != wanted->count) return false;
    for (size_t i = 0; i < wanted->count; i++) {
      if (!found && fabs(wanted->values[i]) > 1e-6) {
        *value = got->values[i] / wanted->values[i];
        found = true;
      }
      if (found && !same(got->values[i], *value * wanted->values[i]))
        return false;
      if (!found && !same(got->values[i], wanted->values[i])) return false;
    }
  }
  return found;
}

static void follow(factor *r, const exercise_part *p, const asked_case *c) {
  double value = 1;
  const message *query = &c->query;
  const message_field *field;
  size_t index;
  bool wrong = compare_differs(&c->right, &c->answer, declared_digits(p),
                               &field, &index);
  if (wrong && !factor_between(&c->right, &c->answer, &value))
    value = (double)NAN;
  if (!wrong && !factor_between(&c->right, &c->answer, &value))
    return; /* zeros */

  if (!r->begun) {
    *r = (factor){.begun = true, .constant = true, .value = value};
    for (size_t f = 0; f < FIELDS && f < query->count; f++)
      r->times[f] = r->divided[f] = query->fields[f].count == 1;
  }
  r->constant = r->constant && same(value, r->value);
  for (size_t f = 0; f < FIELDS && f < query->count; f++) {
    if (!r->times[f] && !r->divided[f]) continue;
    double x = query->fields[f].count == 1 ? query->fields[f].values[0]
                                           : (double)NAN;
    r->times[f] = r->times[f] && same(fabs(value), x);
    r->divided[f] = r->divided[f] && same(fabs(value) * x, 1);
  }
}

/* Of slopes that differ by a number of the query. */
static char *factor_sentence(const char *name, bool divided, bool sign) {
  if (divided && sign)
    return text_print(
        _("In every case your slopes differ from the right ones by the "
          "factor 1/%s, and by the sign: it is divided by once too often."),
        name);
  if (divided)
    return text_print(
        _("In every case your slopes differ from the right ones by the "
          "factor 1/%s: it is divided by once too often."),
        name);
  if (sign)
    return text_print(
        _("In every case your slopes differ from the right ones by the "
          "factor %s, and by the sign: it is never divided by."),
        name);
  return text_print(
      _("In every case your slopes differ from the right ones by the "
        "factor %s: it is never divided by."),
      name);
}

char *explain_factor(const exercise_part *p, const asked_cases *cases) {
  factor r = {0};
  for (size_t i = 0; i < cases->count; i++) follow(&r, p, &cases->all[i]);
  if (!r.begun) return NULL;
  if (r.constant && isfinite(r.value) && r.value != 0)
    return same(r.value, -1)
               ? text_print(
                     _("Every slope has the right size and the wrong "
                       "sign."))
               : text_print(
                     _("In every case your slopes are %.6g times the "
                       "right ones: a factor is missing or too many."),
                     r.value);
  for (size_t f = 0; f < FIELDS; f++)
    if (r.times[f] || r.divided[f])
      return factor_sentence(cases->all[0].query.fields[f].name,
                             r.divided[f], r.value < 0);
  return NULL;
}
