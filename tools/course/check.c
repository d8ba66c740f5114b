#include "check.h"

#include "interrupt.h"
#include "json_value.h"
#include "language.h"
#include "reset.h"
#include "show.h"
#include "verdict_json.h"

#include <stdio.h>
#include <stdlib.h>

/* What another ./course has kept in the meantime stays. */
static void keep_progress(session *s, const exercise *e, const verdict *v,
                          long long saved) {
  if (v->status != GRADED) return;
  progress_load(&s->reached);
  progress_of(&s->reached, e->slug)->earned = v->earned;
  progress_of(&s->reached, e->slug)->saved = saved;
  progress_save(&s->reached);
}

static void show(const exercise *e, const verdict *v, bool in_full) {
  bool begun = !v->untouched || v->earned > 0, full = verdict_full(v);
  if (in_full || (begun && !full))
    show_verdict(e, v);
  else
    show_summary(e, v);
  if (in_full && full && session_has_solution(e))
    printf(_("  The reference, to compare it with: ./course solution %s\n"),
           e->slug);
  if (in_full && !full && reset_skeleton_changed(e))
    printf(
        _("\n  This edition has another empty file for %s than the one that "
          "yours began\n  as. ./course reset %s brings it, and keeps "
          "yours.\n"),
        e->slug, e->slug);
  fflush(stdout);
}

bool check_one(session *s, const exercise *e, bool in_full) {
  long long saved = progress_saved(e->file);
  verdict v = verdict_of(e, e->file, s->how);
  if (interrupt_seen()) {
    verdict_free(&v);
    exit(130);
  }
  keep_progress(s, e, &v, saved);
  if (s->verdicts)
    json_array_append_new(s->verdicts, verdict_json(e, &v));
  else
    show(e, &v, in_full);
  bool full = verdict_full(&v);
  verdict_free(&v);
  return full;
}

int check(session *s, const char *name) {
  size_t first, count = session_find(s, name, &first);
  bool all = true;
  interrupt_catch();
  for (size_t i = first; i < first + count; i++)
    if (!check_one(s, &s->all.all[i], count == 1)) all = false;
  if (s->verdicts) json_print(s->verdicts);
  return all ? 0 : 1;
}
