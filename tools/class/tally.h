/* tally: what a class did, counted record by record. */
#ifndef TALLY_H
#define TALLY_H

#include "class.h"

#include <jansson.h>

enum { BINS = 11, EVENTS = 9, SECTIONS_MAX = 512, KNOWN_MAX = 2048 };

/* A section of the book, and who should go over it again. */
typedef struct {
  char label[64], title[TEXT], page[TEXT];
  size_t students, last; /* the number of the student counted last */
} section;

/* A way to be wrong, and who had it. */
typedef struct {
  char id[64];
  size_t exercise; /* its number */
  section *reread;
  char *says;
  size_t students, last;
} known_mistake;

typedef struct {
  size_t handed_in, not_begun, no_compile, full;
  double sum;        /* of points before lateness */
  size_t bins[BINS]; /* shares of the points: 0 %, to 10 %, ... to 100 % */
  size_t events[EVENTS];
} exercise_tally;

typedef struct {
  size_t students, late, totals[BINS];
  size_t graded, incomplete, empty, trouble;
  double sum, points;
  exercise_tally exercises[EXERCISES_MAX];
  section sections[SECTIONS_MAX];
  size_t section_count;
  known_mistake known[KNOWN_MAX];
  size_t known_count;
} tally;

/* The names of the events that are counted (verdict.h). */
extern const char *const event_names[EVENTS];

void tally_add(tally *t, const class_settings *c, const json_t *record);

/* Sorts the mistakes and the sections, the most frequent first. Nothing
 * can be added after that. */
void tally_sort(tally *t);

void tally_free(tally *t);

#endif
