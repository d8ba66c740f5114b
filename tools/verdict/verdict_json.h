/* verdict_json: a verdict as JSON, for editors, scripts and the gradebook.
 */
#ifndef VERDICT_JSON_H
#define VERDICT_JSON_H

#include "exercise.h"
#include "verdict.h"

#include <jansson.h>

/* A text that may be anything, such as what a program printed, made fit to
 * be shown (utf8.h). */
json_t *json_safe_text(const char *text);

/* {"slug", "file", "status", "untouched", "seed", "sandbox", "earned",
 * "points",
 * "parts": [{"id", "title", "points", "state", "misconception", "event",
 * "lines", "reread": {"label", "title", "page"} or null}], "compiler",
 * "trouble"} */
json_t *verdict_json(const exercise *e, const verdict *v);

/* Prints it, indented, and frees it. */
void json_print(json_t *value);

#endif
