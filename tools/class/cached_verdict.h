/* cached_verdict: the verdict on a file as JSON (verdict_json.h), taken
 * from OUT/work/cache where the same text was graded before by the same
 * tools.
 *
 * The seed is not in it: it stays with us. */
#ifndef CACHED_VERDICT_H
#define CACHED_VERDICT_H

#include "class.h"

#include <jansson.h>
#include <stdbool.h>

/* How long a student's exercises have taken beyond what a right answer
 * takes on a busy machine, in seconds: time-outs, and what is slow. */
typedef struct {
  double spent, most;
} time_budget;

/* From what was graded before, or anew. What could not be graded is tried
 * again the next time. NULL if it was interrupted. */
json_t *cached_verdict(const class_settings *c, const exercise *e,
                       const char *file, time_budget *b);

/* A verdict on a file that nobody looked into, and why. */
json_t *cached_verdict_without(const class_settings *c, const exercise *e,
                               verdict_status status, const char *why);

bool cached_verdict_is(const json_t *result, verdict_status status);

#endif
