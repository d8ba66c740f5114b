/* feedback: what is said of a student's exercise. */
#ifndef FEEDBACK_H
#define FEEDBACK_H

#include <jansson.h>
#include <stdio.h>

/* What happened to an exercise of a record in a word or two, or "" if it
 * was graded. */
const char *feedback_remark(const json_t *e);

/* All about one exercise, in Markdown. */
void feedback_write(FILE *to, const json_t *e);

#endif
