/* verdict_json: a verdict as JSON, for editors, scripts and the gradebook.
 */
#ifndef VERDICT_JSON_H
#define VERDICT_JSON_H

#include "exercise.h"
#include "verdict.h"

#include <jansson.h>

/* {"slug", "file", "status", "untouched", "seed", "sandbox", "earned",
 * "points",
 * "parts": [{"id", "title", "points", "state", "misconception", "event",
 * "lines", "reread": {"label", "title", "page"} or null}], "compiler",
 * "trouble"} */
json_t *verdict_json(const exercise *e, const verdict *v);

#endif
