#include "watch.h"

#include "check.h"
#include "hint.h"
#include "interrupt.h"
#include "keys.h"
#include "language.h"
#include "list.h"
#include "reset.h"
#include "saves.h"
#include "solution.h"
#include "terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const double look_again = 0.15; /* seconds between two looks */

typedef struct {
  session *s;
  size_t first, count; /* the exercises that are watched */
  saves saves;         /* of them */
  const exercise *now; /* the one checked last */
  bool keys;           /* there is a terminal that sends some */
} watching;

static void clear_screen(void) {
  if (isatty(STDOUT_FILENO)) printf("\033[2J\033[H");
}

/* Checks an exercise on a screen of its own. */
static void show_checked(watching *w, const exercise *e) {
  w->now = e;
  clear_screen();
  if (!check_one(w->s, e, true)) return;
  const exercise *next =
      progress_next(&w->s->reached, &w->s->all, w->first, w->count);
  if (next)
    printf(_("\n  Next: %s, in %s\n"), next->slug, next->file);
  else
    printf(_("\n  Nothing is left to solve here.\n"));
}

static void watch_these(watching *w, size_t first, size_t count) {
  w->first = first;
  w->count = count;
  saves_begin(&w->saves, &w->s->all, first, count);
}

/* The next exercise that is not solved, of those that are watched or, if
 * there is none, of all, which are then watched. */
static const exercise *go_on(watching *w) {
  const exercise_list *all = &w->s->all;
  const exercise *next =
      progress_next_after(&w->s->reached, all, w->first, w->count, w->now);
  if (next) return next;
  next = progress_next_after(&w->s->reached, all, 0, all->count, w->now);
  if (next)
    watch_these(w, 0, all->count);
  else
    printf(_("\n  Nothing else is left to solve.\n"));
  return next;
}

static void ask_and_reset(watching *w) {
  printf(_("\n  Begin %s again? What you have is kept beside it. (y/n) "),
         w->now->slug);
  fflush(stdout);
  int key = KEY_NONE;
  while (key == KEY_NONE && !interrupt_seen()) key = keys_next(look_again);
  bool yes = key == 'y' || key == 'Y';
  printf("%s\n\n", yes ? _("yes") : _("no"));
  if (!yes) return;
  reset(w->s, w->now->slug);
  saves_expect(&w->saves, w->now);
}

static void show_keys(const watching *w) {
  bool solved =
      session_has_solution(w->now) && session_is_solved(w->s, w->now);
  const char *keys =
      !w->keys ? _("Watching. Save a file to check it, Ctrl-C to stop.")
      : solved
          ? _("Watching. Save a file to check it. Keys: h hint, n next, "
              "l list,\n  s solution, r reset, q quit.")
          : _("Watching. Save a file to check it. Keys: h hint, n next, "
              "l list,\n  r reset, q quit.");
  printf("\n  %s%s%s\n", terminal_style_code(DIM), keys,
         terminal_style_code(PLAIN));
  fflush(stdout);
}

/* Does what a key means. Returns the exercise to be checked, or NULL. */
static const exercise *obey(watching *w, int key) {
  const char *slug = w->now->slug;
  progress_load(&w->s->reached); /* another ./course may have kept some */
  if (key == 'h') hint(w->s, slug);
  if (key == 'l') {
    printf("\n");
    list_exercises(w->s, NULL, false);
  }
  if (key == 'r') ask_and_reset(w);
  if (key == 's' && session_has_solution(w->now)) solution(w->s, slug);
  return key == 'n' ? go_on(w) : NULL;
}

/* What the student did: saved the file of an exercise, or else (NULL)
 * pressed a key. */
typedef struct {
  const exercise *saved;
  int key; /* KEY_END: Ctrl-C or no terminal any more */
} event;

static event next_event(watching *w) {
  while (!interrupt_seen()) {
    const exercise *saved = saves_next(&w->saves);
    if (saved) return (event){.saved = saved};
    int key = keys_next(look_again);
    bool means = key == KEY_END || (key > 0 && strchr("hnlrsq", key));
    if (means) return (event){.key = key};
  }
  return (event){.key = KEY_END};
}

int watch(session *s, const char *name) {
  watching w = {.s = s};
  size_t first, count = session_find(s, name, &first);
  interrupt_catch();
  w.keys = keys_begin();
  watch_these(&w, first, count);
  const exercise *due = progress_next(&s->reached, &s->all, first, count);
  w.now = due ? due : &s->all.all[first];
  event e = {.saved = w.now};
  while (e.key != 'q' && e.key != KEY_END) {
    due = e.saved ? e.saved : obey(&w, e.key);
    if (due) show_checked(&w, due);
    show_keys(&w);
    e = next_event(&w);
  }
  printf("\n");
  return 0;
}
