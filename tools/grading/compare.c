#include "compare.h"

#include <math.h>
#include <string.h>

bool compare_near(double a, double b, double digits, double unit) {
  if (isnan(a) || isnan(b)) return isnan(a) && isnan(b);
  if (a == b) return true;
  if (isinf(a) || isinf(b)) return false;
  return fabs(a - b) <= digits * fmax(unit, fmax(fabs(a), fabs(b)));
}

bool compare_differs(const message *right, const message *answer,
                     double digits, const message_field **field,
                     size_t *index) {
  for (size_t f = 0; f < right->count; f++) {
    *field = &right->fields[f];
    const message_field *other = message_find(answer, (*field)->name);
    for (*index = 0; *index < (*field)->count; ++*index)
      if (!other || other->count != (*field)->count ||
          !compare_near((*field)->values[*index], other->values[*index],
                        digits, 1))
        return true;
  }
  return false;
}

bool compare_changed(const message *answer, const message *other,
                     const message_field **field, size_t *index) {
  for (size_t f = 0; f < answer->count; f++) {
    *field = &answer->fields[f];
    const message_field *second = message_find(other, (*field)->name);
    for (*index = 0; *index < (*field)->count; ++*index) {
      const double *a = (*field)->values + *index;
      const double *b =
          second && *index < second->count ? second->values + *index : NULL;
      if (!b || (memcmp(a, b, sizeof *a) != 0 && !(isnan(*a) && isnan(*b))))
        return true;
    }
  }
  return false;
}

bool compare_all_near(const message *right, const message *answer,
                      double digits, double unit) {
  for (size_t f = 0; f < right->count; f++) {
    const message_field *a = &right->fields[f];
    const message_field *b = message_find(answer, a->name);
    if (!b || b->count != a->count) return false;
    for (size_t i = 0; i < a->count; i++)
      if (!compare_near(a->values[i], b->values[i], digits, unit))
        return false;
  }
  return true;
}

double compare_largest(const message *m) {
  double largest = 1;
  for (size_t f = 0; f < m->count; f++)
    for (size_t i = 0; i < m->fields[f].count; i++)
      largest = fmax(largest, fabs(m->fields[f].values[i]));
  return largest;
}
