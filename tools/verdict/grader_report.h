/* grader_report: what a grader writes, in lines of columns with tabs
 * between (grading/wording.h), and what it says of an exercise. */
#ifndef GRADER_REPORT_H
#define GRADER_REPORT_H

#include "verdict.h"

/* Puts all that a report says into a verdict. The text is cut up. */
void grader_report_read(verdict *v, char *report);

/* Adds a line to what is said of a part, which takes it over. */
void grader_report_add_line(part *p, char *line);

/* What is in a log besides the lines of a report: those have columns, and
 * the seed is in one of them. The text is changed to that. */
const char *grader_report_rest(char *log);

#endif
