/* The student's loop: what is there, what is next, check, hint, watch.
 * ./course starts this program in the course's top folder. */
#include "debug.h"
#include "exercise.h"
#include "file.h"
#include "interrupt.h"
#include "keys.h"
#include "progress.h"
#include "reset.h"
#include "show.h"
#include "skeleton.h"
#include "terminal.h"
#include "verdict.h"
#include "verdict_json.h"
#include "watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static exercise_list list;
static progress reached;
static json_t *verdicts; /* with --json: what was graded; else NULL */
static grading how = {.seed = 1};

/* Leaves with a message if the name means no exercise. */
static size_t find(const char *name, size_t *first) {
  size_t count = exercises_find(&list, name, first);
  if (count) return count;
  const char *near = exercises_near(&list, name);
  fprintf(stderr, "There is no exercise '%s'.", name);
  if (near) fprintf(stderr, " Did you mean %s?", near);
  fprintf(stderr, "\n./course lists them all.\n");
  exit(2);
}

static bool has_solution(const exercise *e) {
  return access(e->solution, R_OK) == 0;
}

static bool is_solved(const exercise *e) {
  return progress_of(&reached, e->slug)->earned >= e->points;
}

/* Grades an exercise and keeps what came of it before anything is shown,
 * beside what another ./course may have kept in the meantime. */
static bool check_one(const exercise *e, bool in_full) {
  long long saved = progress_saved(e->file);
  verdict v = verdict_of(e, e->file, how);
  if (interrupt_seen()) {
    verdict_free(&v);
    exit(130);
  }
  if (v.status == GRADED) {
    progress_load(&reached);
    progress_of(&reached, e->slug)->earned = v.earned;
    progress_of(&reached, e->slug)->saved = saved;
    progress_save(&reached);
  }
  bool begun = !v.untouched || v.earned > 0;
  bool full = verdict_full(&v);
  if (verdicts)
    json_array_append_new(verdicts, verdict_json(e, &v));
  else if (in_full || (begun && !full))
    show_verdict(e, &v);
  else
    show_summary(e, &v);
  if (in_full && full && !verdicts && has_solution(e))
    printf("  The reference, to compare it with: ./course solution %s\n",
           e->slug);
  if (in_full && !full && !verdicts && reset_skeleton_changed(e))
    printf(
        "\n  This edition has another empty file for %s than the one that "
        "yours began\n  as. ./course reset %s brings it, and keeps "
        "yours.\n",
        e->slug, e->slug);
  fflush(stdout);
  verdict_free(&v);
  return full;
}

static int check(const char *name) {
  size_t first = 0, count = name ? find(name, &first) : list.count;
  bool all = true;
  interrupt_catch();
  for (size_t i = first; i < first + count; i++)
    if (!check_one(&list.all[i], count == 1)) all = false;
  if (verdicts) json_print(verdicts);
  return all ? 0 : 1;
}

/* Exercises, or as JSON. */
static int show_exercises(const char *name, bool json) {
  size_t first = 0, count = name ? find(name, &first) : list.count;
  json_t *rows = json ? json_array() : NULL;
  for (size_t i = first; json && i < first + count; i++)
    json_array_append_new(rows, progress_json(&list.all[i], &reached));
  if (json)
    json_print(rows);
  else
    show_list(&list, first, count, &reached);
  return 0;
}

static int show_status(bool json) {
  if (json) return show_exercises(NULL, true);
  show_progress(&list, &reached);
  return 0;
}

static int show_what_is_next(bool json) {
  const exercise *e = next_exercise(&list, &reached);
  if (json)
    json_print(e ? progress_json(e, &reached) : json_null());
  else
    show_next(e);
  return 0;
}

/* The file as it came; what the student wrote is kept beside it. */
static int reset(const char *name) {
  size_t first = 0;
  char kept[TEXT];
  if (!name || find(name, &first) != 1) {
    fprintf(stderr, "course: reset wants the name of one exercise\n");
    return 2;
  }
  const exercise *e = &list.all[first];
  if (!reset_exercise(e, kept)) return 1;
  progress_of(&reached, e->slug)->earned = -1;
  progress_save(&reached);
  if (*kept)
    printf("%s is as it came. What you had is in %s.\n", e->file, kept);
  else
    printf("%s was as it came already.\n", e->file);
  return 0;
}

/* The exercise of this name, or the next one, which may be none: NULL. */
static const exercise *one_exercise(const char *name, const char *command) {
  size_t first = 0;
  if (!name) return next_exercise(&list, &reached);
  if (find(name, &first) == 1) return &list.all[first];
  fprintf(stderr,
          "%s is a whole chapter. ./course %s is for one exercise.\n", name,
          command);
  exit(2);
}

static int hint(const char *name) {
  const exercise *e = one_exercise(name, "hint");
  if (!e) {
    printf("All exercises are solved: nothing to hint at.\n");
    return 0;
  }
  progress_entry *entry = progress_of(&reached, e->slug);
  int count;
  char *text = exercise_hint(e, entry->hints + 1, &count);
  if (text) entry->hints++;
  for (int shown = 1; shown <= entry->hints && shown <= count; shown++) {
    char *one = exercise_hint(e, shown, &count);
    printf("\n%s%s, hint %d of %d%s\n\n", terminal_style_code(BOLD),
           e->slug, shown, count, terminal_style_code(PLAIN));
    for (char *c = one; *c; c++)
      if (*c == '\n') *c = ' ';
    terminal_wrapped(one, 2);
    free(one);
  }
  if (!text)
    printf("\nThat was the last hint. The section that the grader "
           "names is the best next one.\n");
  else if (entry->hints < count)
    printf("\nAnother ./course hint %s gives one more.\n", e->slug);
  free(text);
  progress_save(&reached);
  return 0;
}

/* ---- the reference ----------------------------------------------------*/

/* The reference, once the last check gave all the points. */
static int solution(const char *name) {
  size_t first = 0;
  if (!name || find(name, &first) != 1) {
    fprintf(stderr, "course: solution wants the name of one exercise\n");
    return 2;
  }
  const exercise *e = &list.all[first];
  if (!has_solution(e)) {
    printf("This edition of the course has no solution of %s.\n", e->slug);
    return 1;
  }
  if (!is_solved(e)) {
    printf("The reference for %s is for afterwards: it is worth most when "
           "yours has\nall %d points. A hint until then: ./course hint "
           "%s\n",
           e->slug, e->points, e->slug);
    return 1;
  }
  char *text = file_read(e->solution);
  printf("\n%s%s, the reference%s  %s\n\n%s\nBeside yours: diff -y '%s' "
         "'%s' | less\n",
         terminal_style_code(BOLD), e->slug, terminal_style_code(PLAIN),
         e->solution, text ? text : "", e->file, e->solution);
  free(text);
  return 0;
}

/* ---- debug ------------------------------------------------------------*/

/* The first part that fails with a call that can be repeated, or NULL. */
static const part *to_debug(const verdict *v) {
  for (size_t i = 0; i < v->part_count; i++)
    if (v->parts[i].state == PART_FAILED && v->parts[i].failing)
      return &v->parts[i];
  return NULL;
}

static int debug(const char *name) {
  const exercise *e = one_exercise(name, "debug");
  if (!e) {
    printf("All exercises are solved: nothing to debug.\n");
    return 0;
  }
  interrupt_catch();
  how.wants_case = true;
  verdict v = verdict_of(e, e->file, how);
  if (interrupt_seen()) {
    verdict_free(&v);
    exit(130);
  }
  const part *p = v.untouched && !v.earned ? NULL : to_debug(&v);
  bool full = verdict_full(&v), good = full;
  if (full) {
    printf("%s has all its points: nothing to debug.\n", e->slug);
  } else if (p) {
    printf("\n%s%s%s  %s: %s\n\n", terminal_style_code(BOLD), e->slug,
           terminal_style_code(PLAIN), p->id, p->title);
    good = debug_part(e, p);
  } else {
    show_verdict(e, &v);
    if (v.status == GRADED && !v.untouched)
      printf("\n  What is wrong here is in no single call that could be "
             "repeated.\n");
  }
  verdict_free(&v);
  return good ? 0 : 1;
}

/* ---- watch ------------------------------------------------------------*/

static void clear_screen(void) {
  if (isatty(STDOUT_FILENO)) printf("\033[2J\033[H");
}

/* Checks an exercise on a screen of its own. */
static void show_checked(const exercise_list *watched, const exercise *e) {
  clear_screen();
  if (!check_one(e, true)) return;
  const exercise *next = next_exercise(watched, &reached);
  if (next)
    printf("\n  Next: %s, in %s\n", next->slug, next->file);
  else
    printf("\n  Nothing is left to solve here.\n");
}

/* The next exercise that is not solved, of those that are watched or, if
 * there is none, of all, which are then watched. */
static const exercise *go_on(exercise_list *watched, const exercise *e) {
  const exercise *next = next_after(watched, &reached, e);
  if (next) return next;
  size_t here = 0;
  exercises_find(&list, e->slug, &here);
  next = next_after(&list, &reached, &list.all[here]);
  if (!next) {
    printf("\n  Nothing else is left to solve.\n");
    return NULL;
  }
  *watched = list;
  watch_begin(watched);
  return &watched->all[next - list.all];
}

static void ask_and_reset(const exercise_list *watched, const exercise *e) {
  printf("\n  Begin %s again? What you have is kept beside it. (y/n) ",
         e->slug);
  fflush(stdout);
  int key = KEY_NONE;
  while (key == KEY_NONE && !interrupt_seen()) key = keys_next(0.15);
  bool yes = key == 'y' || key == 'Y';
  printf("%s\n\n", yes ? "yes" : "no");
  if (!yes) return;
  reset(e->slug);
  watch_expect(watched, e);
}

static void show_keys(bool keys, const exercise *e) {
  printf("\n  %sWatching. Save a file to check it",
         terminal_style_code(DIM));
  if (keys)
    printf(". Keys: h hint, n next, l list,\n  %sr reset, q quit.",
           has_solution(e) && is_solved(e) ? "s solution, " : "");
  else
    printf(", Ctrl-C to stop.");
  printf("%s\n", terminal_style_code(PLAIN));
  fflush(stdout);
}

/* Does what a key means. Returns the exercise to be checked, or NULL. */
static const exercise *obey(int key, exercise_list *watched,
                            const exercise *e) {
  progress_load(&reached); /* another ./course may have kept some */
  if (key == 'h') hint(e->slug);
  if (key == 'l') printf("\n"), show_exercises(NULL, false);
  if (key == 'r') ask_and_reset(watched, e);
  if (key == 's' && has_solution(e)) solution(e->slug);
  return key == 'n' ? go_on(watched, e) : NULL;
}

static int watch(const char *name) {
  size_t first = 0, count = name ? find(name, &first) : list.count;
  static exercise_list watched;
  memcpy(watched.all, list.all + first, count * sizeof *list.all);
  watched.count = count;
  const exercise *now = next_exercise(&watched, &reached), *due;
  if (!now) now = &watched.all[0];

  interrupt_catch();
  bool keys = keys_begin();
  watch_begin(&watched);
  watch_event event = {.saved = now};
  while (event.key != 'q' && event.key != KEY_END) {
    due = event.saved ? event.saved : obey(event.key, &watched, now);
    if (due) show_checked(&watched, now = due);
    show_keys(keys, now);
    do event = watch_wait(&watched);
    while (!event.saved && event.key != KEY_END &&
           !strchr("hnlrsq", event.key));
  }
  printf("\n");
  return 0;
}

/* Which of the students' files have been worked on; 1 if any has. */
static int show_worked_on(void) {
  int status = 0;
  for (size_t i = 0; i < list.count; i++) {
    const exercise *e = &list.all[i];
    char *text = file_read(e->file);
    bool untouched = text && skeleton_untouched(e, text);
    if (!untouched) printf("%s\n", e->file), status = 1;
    free(text);
  }
  return status;
}

/* For the tests: grades any file and prints one line for each thing. */
static int record(const char *name, const char *file) {
  size_t first;
  if (find(name, &first) != 1) return 2;
  static const char *const states[] = {"pass", "fail", "skip"};
  const exercise *e = &list.all[first];
  verdict v = verdict_of(e, file, how);
  printf("status=%s\npoints=%d/%d\nsandbox=%s\n",
         verdict_status_name(v.status), v.earned, v.points,
         sandbox_name(v.how.sandbox));
  for (size_t i = 0; i < v.part_count; i++) {
    const part *p = &v.parts[i];
    printf("part=%s state=%s event=%s misconception=%s\n", p->id,
           states[p->state], p->event, p->misconception);
  }
  show_verdict(e, &v);
  verdict_free(&v);
  return 0;
}

typedef struct {
  bool json, require_sandbox;
  sandbox_level sandbox; /* at most */
} options;

/* The value of the option at argv[*i], "--seed 3"; NULL if it is another.
 * Moves *i to the value. */
static const char *value_of(const char *name, int argc, char **argv,
                            int *i) {
  if (strcmp(argv[*i], name) != 0) return NULL;
  if (*i + 1 == argc) {
    fprintf(stderr, "course: %s wants a value\n", name);
    exit(2);
  }
  return argv[++*i];
}

/* Takes the options out of the arguments. */
static options take_options(int *argc, char **argv) {
  options o = {.sandbox = SANDBOX_BUBBLEWRAP};
  int kept = 1;
  for (int i = 1; i < *argc; i++) {
    const char *value;
    if (strcmp(argv[i], "--json") == 0) {
      o.json = true;
    } else if (strcmp(argv[i], "--require-sandbox") == 0) {
      o.require_sandbox = true;
    } else if ((value = value_of("--seed", *argc, argv, &i))) {
      how.seed = strtoull(value, NULL, 10);
    } else if ((value = value_of("--sandbox", *argc, argv, &i))) {
      if (sandbox_find(value, &o.sandbox)) continue;
      fprintf(stderr, "course: there is no sandbox '%s'\n", value);
      exit(2);
    } else {
      argv[kept++] = argv[i];
    }
  }
  *argc = kept;
  return o;
}

/* The best sandbox that there is, and wanted. */
static void choose_sandbox(options o) {
  const char *secrets[SECRETS_MAX];
  exercises_secrets(&list, secrets);
  how.sandbox = sandbox_best(o.sandbox, secrets);
  if (!o.require_sandbox || how.sandbox == SANDBOX_BUBBLEWRAP) return;
  fprintf(stderr,
          "course: --require-sandbox, but bubblewrap does not run here; "
          "the best there is would be '%s'.\n%s\n",
          sandbox_name(how.sandbox), sandbox_explanation(how.sandbox));
  exit(3);
}

static int run(int argc, char **argv) {
  options o = take_options(&argc, argv);
  const char *command = argc > 1 ? argv[1] : "status";
  const char *name = argc > 2 ? argv[2] : NULL;
  terminal_begin();
  exercises_load(&list, COURSE_EXERCISES);

  if (strcmp(command, "record") == 0 && argc == 4) {
    choose_sandbox(o);
    return record(argv[2], argv[3]);
  }
  if (strcmp(command, "worked-on") == 0) return show_worked_on();
  progress_load(&reached);
  reset_keep_skeletons(&list);
  if (argc > 3) {
    fprintf(stderr, "course: one exercise or chapter at a time, please\n");
    return 2;
  }
  if (strcmp(command, "check") == 0) {
    if (o.json) verdicts = json_array();
    choose_sandbox(o);
    return check(name);
  }
  if (strcmp(command, "list") == 0) return show_exercises(name, o.json);
  if (strcmp(command, "status") == 0) return show_status(o.json);
  if (strcmp(command, "next") == 0) return show_what_is_next(o.json);
  if (o.json) {
    fprintf(stderr, "course: %s has no --json\n", command);
    return 2;
  }
  if (strcmp(command, "hint") == 0) return hint(name);
  if (strcmp(command, "debug") == 0) {
    choose_sandbox(o);
    return debug(name);
  }
  if (strcmp(command, "reset") == 0) return reset(name);
  if (strcmp(command, "solution") == 0) return solution(name);
  if (strcmp(command, "watch") == 0) {
    choose_sandbox(o);
    return watch(name);
  }
  fprintf(stderr, "course: unknown command '%s'\n", command);
  return 2;
}

int main(int argc, char **argv) {
  int status = run(argc, argv);
  if (fflush(stdout) == 0 && !ferror(stdout)) return status;
  perror("course: could not write");
  return 2;
}
