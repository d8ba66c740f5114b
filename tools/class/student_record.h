/* student_record: all that is known about one student's work.
 *
 * It is JSON, and is OUT/results/ID.json:
 *
 *     {"student", "id", "status": "graded", "incomplete" (files are
 *      missing), "empty" or "trouble" (our own tools failed), "late",
 *      "undated" (submitted.csv does not tell when all came in), "mark"
 * (null with "trouble"), "points", "sandbox", "questions": [sentences about
 *      what somebody has to decide], "unexpected": [sentences about all
 *      else], "base", "only" (of the settings, class.h: what it was graded
 *      by), "exercises": [a verdict (verdict_json.h) with "file" (in the
 * student's folder, or null), "days_late" and "mark", the points that
 * count, or null where our own tools failed]}
 *
 * Every writer takes such records and nothing else. */
#ifndef STUDENT_RECORD_H
#define STUDENT_RECORD_H

#include "class.h"
#include "dates.h"

/* Grades what the student has handed in, or finds it graded already.
 * `folder` is the student's, and `name` what it is called in the class.
 * NULL if it was interrupted. */
json_t *student_record_make(const class_settings *c, const dates *d,
                            const char *id, const char *name,
                            const char *folder);

/* The record of a student who is not graded yet: nothing but "trouble". */
json_t *student_record_of_nothing(const class_settings *c, const char *id);

/* Writes it to OUT/results; reads it from there, NULL if there is none, or
 * one that was graded with other settings. */
bool student_record_save(const class_settings *c, const json_t *record);
json_t *student_record_load(const class_settings *c, const char *id);

/* 7 as "7", 6.25 as "6.25". */
enum { MARK_SIZE = 32 };
const char *mark_text(double mark, char text[MARK_SIZE]);

#endif
