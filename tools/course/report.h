/* report: verdicts and progress as JSON, for editors and scripts. */
#ifndef REPORT_H
#define REPORT_H

#include "exercise.h"
#include "progress.h"
#include "verdict.h"

#include <jansson.h>

/* A text that may be anything, such as what a program printed, made fit to
 * be shown (utf8.h). */
json_t *report_text(const char *text);

/* {"slug", "title", "folder", "file", "minutes", "points", "earned" (null:
 * never graded), "hints"} */
json_t *report_exercise(const exercise *e, progress *reached);

/* {"slug", "file", "status", "untouched", "seed", "sandbox", "earned",
 * "points",
 * "parts": [{"id", "title", "points", "state", "misconception", "event",
 * "lines", "reread": {"label", "title", "page"} or null}], "compiler",
 * "trouble"} */
json_t *report_verdict(const exercise *e, const verdict *v);

/* Prints it, indented, and frees it. */
void report_print(json_t *value);

#endif
