/* class: what grading a whole class needs to know, and where it puts
 * things.
 *
 *     OUT/gradebook.csv, report.html, junit.xml      for the instructor
 *     OUT/results/ID.json, OUT/feedback/ID.md        for each student
 *     OUT/work/                                      to go on from
 *     class.key (in the course's folder)             to ask with
 *
 * ID stands for a student (student_id.h). */
#ifndef CLASS_H
#define CLASS_H

#include "exercise.h"
#include "key.h"
#include "verdict.h"

#include <jansson.h>
#include <stdbool.h>

enum { PATH_SIZE = 2048, PARTS_MAX = 1024 };

typedef struct {
  char dir[PATH_SIZE]; /* the students' folders */
  char out[PATH_SIZE];
  char due[PATH_SIZE], submitted[PATH_SIZE]; /* CSV files, or "" */
  char base[80]; /* digest of all that decides a verdict but the exercise */
  char only[TEXT]; /* the chapter or exercise graded, or "" */
  char key_file[PATH_SIZE];
  char key_id[KEY_NAME_SIZE];
  class_key key;      /* where the questions come from */
  size_t part, parts; /* number `part` (from 0) of so many parts, of */
  size_t students;    /* a class of so many */
  double budget; /* seconds that a student's time-outs may take in all */
  grading how;   /* but for the seed, which each text has its own of */
  exercise_list all;       /* of the course, to recognise their files */
  exercise_list exercises; /* that are graded */
} class_settings;

/* Reads the course's exercises, and which of them are graded. */
void class_load_exercises(class_settings *c);

/* The path of something in OUT, as by printf. */
void class_path(const class_settings *c, char *path, const char *format,
                ...) __attribute__((format(printf, 3, 4)));

/* Writes the settings to OUT/work/class.json; reads them from there. Both
 * end the program with a message if that fails. */
void class_save(const class_settings *c);
void class_load(class_settings *c, const char *out);

/* Calls `use` for each student of OUT, in order. */
void class_each(const class_settings *c,
                void (*use)(const char *id, void *context), void *context);

/* Is the student in OUT? */
bool class_has(const class_settings *c, const char *id);

#endif
