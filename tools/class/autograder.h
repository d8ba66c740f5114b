/* autograder: one student's work, graded for a platform that asks for it.
 */
#ifndef AUTOGRADER_H
#define AUTOGRADER_H

#include "arguments.h"
#include "class.h"

#include <jansson.h>

/* A record in the words of a platform: Gradescope's results.json, and what
 * GitHub Classroom's reporter reads. */
json_t *gradescope_results(const json_t *record);
json_t *github_classroom_results(const json_t *record);

/* Grades the folder that is the one word and writes what `words` makes of
 * the record to the file --out. In a sandbox less than `least`, or where
 * our own tools failed, there is no file: a platform takes any for a mark.
 * Returns the exit status. */
int autograder(class_settings *c, const arguments *a, sandbox_level least,
               json_t *(*words)(const json_t *record));

#endif
