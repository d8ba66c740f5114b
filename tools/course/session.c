#include "session.h"

#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

size_t session_find(const session *s, const char *name, size_t *first) {
  *first = 0;
  if (!name) return s->all.count;
  size_t count = exercises_find(&s->all, name, first);
  if (count) return count;
  const char *near = exercises_near(&s->all, name);
  if (near)
    fprintf(stderr,
            _("There is no exercise '%s'. Did you mean %s?\n"
              "./course lists them all.\n"),
            name, near);
  else
    fprintf(stderr,
            _("There is no exercise '%s'.\n./course lists them all.\n"),
            name);
  exit(2);
}

bool session_has_solution(const exercise *e) {
  return access(e->solution, R_OK) == 0;
}

bool session_is_solved(session *s, const exercise *e) {
  return progress_of(&s->reached, e->slug)->earned >= e->points;
}

const exercise *session_one(session *s, const char *name,
                            const char *command) {
  size_t first = 0;
  if (!name) return progress_next(&s->reached, &s->all, 0, s->all.count);
  if (session_find(s, name, &first) == 1) return &s->all.all[first];
  fprintf(stderr,
          _("%s is a whole chapter. ./course %s is for one exercise.\n"),
          name, command);
  exit(2);
}
