/* The student's loop: what is there, what is next, check, hint, watch.
 * ./course starts this program in the course's top folder. */
#include "check.h"
#include "debug.h"
#include "fail.h"
#include "file.h"
#include "hint.h"
#include "language.h"
#include "list.h"
#include "options.h"
#include "reset.h"
#include "show.h"
#include "skeleton.h"
#include "solution.h"
#include "terminal.h"
#include "watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Which of the students' files have been worked on; 1 if any has. */
static int show_worked_on(const exercise_list *list) {
  int status = 0;
  for (size_t i = 0; i < list->count; i++) {
    const exercise *e = &list->all[i];
    char *text = file_read(e->file);
    if (!text || !skeleton_untouched(e, text)) {
      printf("%s\n", e->file);
      status = 1;
    }
    free(text);
  }
  return status;
}

/* For the tests: grades any file and prints one line for each thing. */
static int grade_file(session *s, const char *name, const char *file) {
  static const char *const states[] = {"pass", "fail", "skip"};
  size_t first;
  if (session_find(s, name, &first) != 1) return 2;
  const exercise *e = &s->all.all[first];
  verdict v = verdict_of(e, file, s->how);
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

/* ---- the command line ------------------------------------------------*/

typedef struct {
  bool json, require_sandbox;
  const char *seed, *sandbox, *milliseconds; /* NULL: not given */
} arguments;

/* The best sandbox that there is, and wanted. */
static void choose_sandbox(session *s, const arguments *a) {
  sandbox_level most = SANDBOX_BUBBLEWRAP;
  const char *secrets[SECRETS_MAX];
  if (a->sandbox && !sandbox_find(a->sandbox, &most))
    fail(_("there is no sandbox '%s'"), a->sandbox);
  exercises_secrets(&s->all, secrets);
  s->how.sandbox = sandbox_best(most, secrets);
  if (!a->require_sandbox || s->how.sandbox == SANDBOX_BUBBLEWRAP) return;
  fprintf(stderr,
          _("course: --require-sandbox, but bubblewrap does not run here; "
            "the best there is would be '%s'.\n%s\n"),
          sandbox_name(s->how.sandbox),
          sandbox_explanation(s->how.sandbox));
  exit(3);
}

/* A command about one exercise or chapter, or all. */
typedef struct {
  const char *name;
  int (*run)(session *s, const char *name);
  bool grades; /* in a sandbox */
} command;

static const command commands[] = {
    {"check", check, true},        {"debug", debug, true},
    {"hint", hint, false},         {"reset", reset, false},
    {"solution", solution, false}, {"watch", watch, true},
};

static const command *find_command(const char *name) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (strcmp(commands[i].name, name) == 0) return &commands[i];
  fail(_("unknown command '%s'"), name);
}

static int run(session *s, int argc, char **argv) {
  arguments a = {0};
  const option options[] = {
      {"--json", .given = &a.json},
      {"--require-sandbox", .given = &a.require_sandbox},
      {"--sandbox", .value = &a.sandbox},
      {"--seed", .value = &a.seed},
      {"--milliseconds", .value = &a.milliseconds},
      {0},
  };
  argc = options_take(options, argc, argv);
  const char *name = argc > 0 ? argv[0] : "status";
  const char *about = argc > 1 ? argv[1] : NULL;
  s->how.seed = a.seed ? options_number("--seed", a.seed) : 1;
  if (a.milliseconds) /* that a call may take, for the tests */
    s->how.milliseconds =
        (unsigned)options_number("--milliseconds", a.milliseconds);
  exercises_load(&s->all, COURSE_EXERCISES);

  if (strcmp(name, "worked-on") == 0) return show_worked_on(&s->all);
  if (strcmp(name, "grade-file") == 0 && argc == 3) {
    choose_sandbox(s, &a);
    return grade_file(s, argv[1], argv[2]);
  }
  progress_load(&s->reached);
  reset_keep_skeletons(&s->all);
  if (argc > 2) fail(_("one exercise or chapter at a time, please"));
  if (strcmp(name, "list") == 0) return list_exercises(s, about, a.json);
  if (strcmp(name, "status") == 0) return list_status(s, a.json);
  if (strcmp(name, "next") == 0) return list_next(s, a.json);
  const command *c = find_command(name);
  if (a.json && c->run != check) fail(_("%s has no --json"), name);
  if (a.json) s->verdicts = json_array();
  if (c->grades) choose_sandbox(s, &a);
  return c->run(s, about);
}

int main(int argc, char **argv) {
  static session s; /* large */
  language_begin();
  terminal_begin();
  int status = run(&s, argc - 1, argv + 1);
  if (fflush(stdout) == 0 && !ferror(stdout)) return status;
  perror(_("course: could not write"));
  return 2;
}
