/* writer: somebody who makes something of all the records. Each gets them
 * one by one, in the order of the students, and keeps only what it counts:
 * memory does not grow with the class. */
#ifndef WRITER_H
#define WRITER_H

#include "student_record.h"

typedef struct {
  void (*begin)(const class_settings *c);
  void (*add)(const class_settings *c, const json_t *record);
  void (*end)(const class_settings *c);
} writer;

extern const writer gradebook_writer;    /* gradebook.csv */
extern const writer junit_writer;        /* junit.xml */
extern const writer feedback_writer;     /* feedback/ID.md */
extern const writer class_report_writer; /* report.html */

/* The record as Gradescope wants it (results.json) and as GitHub
 * Classroom's reporter does. */
json_t *gradescope_results(const json_t *record);
json_t *classroom_results(const json_t *record);

/* What happened to an exercise in a word or two, or "" if it was graded
 * and all is right. */
const char *exercise_remark(const json_t *e);

/* The feedback on one exercise, in Markdown. */
void feedback_write(FILE *to, const json_t *e);

#endif
