#include "debug.h"

#include "debug_program.h"
#include "interrupt.h"
#include "language.h"
#include "show.h"
#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>

/* The first part that fails with a call that can be repeated, or NULL. */
static const part *to_debug(const verdict *v) {
  for (size_t i = 0; i < v->part_count; i++)
    if (v->parts[i].state == PART_FAILED && v->parts[i].failing)
      return &v->parts[i];
  return NULL;
}

int debug(session *s, const char *name) {
  const exercise *e = session_one(s, name, "debug");
  if (!e) {
    printf(_("All exercises are solved: nothing to debug.\n"));
    return 0;
  }
  interrupt_catch();
  s->how.wants_case = true;
  verdict v = verdict_of(e, e->file, s->how);
  if (interrupt_seen()) {
    verdict_free(&v);
    exit(130);
  }
  const part *p = v.untouched && !v.earned ? NULL : to_debug(&v);
  bool full = verdict_full(&v), good = full;
  if (full) {
    printf(_("%s has all its points: nothing to debug.\n"), e->slug);
  } else if (p) {
    printf("\n%s%s%s  %s: %s\n\n", terminal_style_code(BOLD), e->slug,
           terminal_style_code(PLAIN), p->id, p->title);
    good = debug_program(e, p);
  } else {
    show_verdict(e, &v);
    if (v.status == GRADED && !v.untouched)
      printf(_("\n  What is wrong here is in no single call that could be "
               "repeated.\n"));
  }
  verdict_free(&v);
  return good ? 0 : 1;
}
