/* rules: the C file that a grader calls the right answer and the known
 * mistakes through. */
#ifndef RULES_H
#define RULES_H

#include "wrong.h"

#include <stdio.h>

/* An exercise and its sources. */
typedef struct {
  const char *slug;            /* perceptron/step */
  const char *name;            /* step */
  const char *header, *driver; /* the texts of step.h and driver.c */
} rules_exercise;

/* One whole answer: the reference, or it with a mistake. */
typedef struct {
  const mistake *mistake; /* NULL: the reference */
  const char *text;
  const char *path; /* of a file with this text, for the compiler to name;
                       or NULL */
} rules_answer;

/* Writes the file: for each answer its text and the exercise's driver, all
 * names made different by macros; then the table of mistakes
 * (grading/declared.h). The first answer is the reference. Mistakes that
 * are common, or an event, are left out: they are no rules. */
void rules_write(FILE *to, const rules_exercise *exercise,
                 const rules_answer *answers, size_t count);

/* Writes the mistakes that all exercises share: a table without rules. */
void rules_write_common(FILE *to, const wrong_list *common);

#endif
