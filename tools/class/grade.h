/* grade: ./course grade, and what it starts for each student. Both return
 * the exit status. */
#ifndef GRADE_H
#define GRADE_H

#include "arguments.h"
#include "class.h"

int grade_class(class_settings *c, const arguments *a);

/* Grades the student `id` of the class that is graded in the folder `out`,
 * as a test of CTest's. */
int grade_student(class_settings *c, const char *out, const char *id);

#endif
