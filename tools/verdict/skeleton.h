/* skeleton: a student's file as it came. */
#ifndef SKELETON_H
#define SKELETON_H

#include "exercise.h"

#include <stdbool.h>

/* Is every function of this text still as it came, with nothing under its
 * "Your code here."? */
bool skeleton_untouched(const exercise *e, const char *text);

#endif
