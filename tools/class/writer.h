/* writer: one that makes something of all the records. Each gets them one
 * by one, in the order of the students, and keeps only what it counts:
 * memory does not grow with the class. */
#ifndef WRITER_H
#define WRITER_H

#include "class.h"

#include <jansson.h>
#include <stdbool.h>

/* `begin` returns what the other two need, which `end` frees. */
typedef struct {
  void *(*begin)(const class_settings *c);
  void (*add)(void *self, const class_settings *c, const json_t *record);
  void (*end)(void *self, const class_settings *c);
} writer;

extern const writer gradebook_writer;    /* gradebook.csv */
extern const writer junit_writer;        /* junit.xml */
extern const writer feedback_writer;     /* feedback/ID.md */
extern const writer class_report_writer; /* report.html */

/* Has all of them write, and tells the instructor what to look at. False if
 * a student has no mark yet. */
bool writers_run(const class_settings *c);

#endif
