/* candidate: what the text of a file says about the exercise that it may
 * be.
 */
#ifndef CANDIDATE_H
#define CANDIDATE_H

#include "exercise.h"

#include <stdbool.h>

/* The text of a file, to be freed; NULL if it is none that a compiler
 * should see. */
char *candidate_text(const char *path);

/* Does the text define every function that the exercise's header declares?
 * Only names are compared. */
bool candidate_defines(const char *text, const exercise *e);

/* Is the file still as it came? */
bool candidate_is_untouched(const char *path, const exercise *e);

bool candidate_is_same(const char *path, const char *other_path);

#endif
