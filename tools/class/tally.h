/* tally: what a class did, counted record by record. */
#ifndef TALLY_H
#define TALLY_H

#include "class.h"

#include <jansson.h>

enum { BINS = 11, EVENTS = 9, TALLY_NAME = 64 };

/* A section of the book, and who should go over it again. */
typedef struct {
  char label[TALLY_NAME], title[TEXT], page[TEXT];
  size_t students, last; /* the number of the student counted last */
} section;

/* A way to be wrong, and who had it. */
typedef struct {
  char id[TALLY_NAME];
  size_t exercise;         /* its number */
  char reread[TALLY_NAME]; /* the label of a section, or "" */
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
  section *sections;
  size_t section_count;
  known_mistake *known;
  size_t known_count;
} tally;

/* The names of the events that are counted (verdict.h). */
extern const char *const event_names[EVENTS];

void tally_add(tally *t, const class_settings *c, const json_t *record);

/* The section with this label, or NULL. */
const section *tally_section(const tally *t, const char *label);

/* Sorts the mistakes and the sections, the most frequent first. */
void tally_sort(tally *t);

void tally_free(tally *t);

#endif
