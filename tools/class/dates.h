/* dates: what is due when, what came in when, and what lateness costs.
 *
 * due.csv, with a line of names first, in any order:
 *     exercise          perceptron/step, or a chapter, or * for all
 *     due               a point in time (timestamp.h)
 *     percent_per_day   of the points lost for each day begun (0 if absent)
 *     days              after these nothing counts (no limit if absent)
 *     student           an extension for one, instead of the general date
 * submitted.csv: student, submitted, and maybe exercise.
 * Of several lines that fit, the more special one counts, then the later.
 * A student is named as the folder (student_names.h). */
#ifndef DATES_H
#define DATES_H

#include "class.h"

#include <stdbool.h>

typedef struct {
  bool late;
  bool undated; /* there is a submitted.csv, and it does not tell */
  int days;     /* begun */
  double share; /* of the points that is left, from 0 to 1 */
} lateness;

/* Both files, as far as they are there. */
typedef struct dates dates;

/* Reads what the settings name; "" means none. Ends the program with file,
 * line and what is wrong if that fails. The settings have to stay. */
dates *dates_load(const class_settings *c);
void dates_free(dates *d);

/* Sentences about names there that are no student's of the class. */
json_t *dates_remarks(const dates *d);

/* How late a student's exercise is. `student` is the name of the folder. */
lateness dates_lateness(const dates *d, const char *student,
                        const char *slug);

#endif
