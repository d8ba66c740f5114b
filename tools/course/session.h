/* session: what every command of one student works on. */
#ifndef SESSION_H
#define SESSION_H

#include "exercise.h"
#include "progress.h"
#include "verdict.h"

#include <jansson.h>
#include <stdbool.h>

typedef struct {
  exercise_list all;
  progress reached;
  grading how;
  json_t *verdicts; /* with --json: what was graded; else NULL */
} session;

/* The exercises that `name` means (exercise.h), or all if it is NULL. Ends
 * the program with a message if there is none. */
size_t session_find(const session *s, const char *name, size_t *first);

/* The exercise of this name, or the next one if it is NULL, of which there
 * may be none: NULL. Ends the program with a message if the name means
 * several, which `command` cannot do. */
const exercise *session_one(session *s, const char *name,
                            const char *command);

/* Has the last check given all its points? */
bool session_is_solved(session *s, const exercise *e);

/* Does this edition of the course have the reference? */
bool session_has_solution(const exercise *e);

#endif
