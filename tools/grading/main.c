/* All graders in one program; the build lists the exercises.
 *
 *     graders EXERCISE PROGRAM TWIN --sandbox LEVEL --seed N
 *             [--complex WHERE] [--case] [--milliseconds MOST]
 *
 * grades a program and its twin (student.h). WHERE is where the student's
 * file has complex numbers. --case adds the smallest failing case of each
 * part. A call may take two seconds, or MOST.
 *
 *     graders EXERCISE --as ID N --seed S
 *
 * grades the Nth variant of a known mistake, without programs or a sandbox.
 *
 *     graders EXERCISE --known SEEDS
 *
 * does so with all of them and the seeds from 1 on, and says on stderr
 * which is not rejected by its own name and no other.
 *
 *     graders EXERCISE --misconceptions
 *
 * prints what is known: for each mistake a line with its id, the label to
 * reread and what it says, with tabs between.
 *
 *     graders EXERCISE --examples TASK.md
 *
 * compares the reference with the worked examples of the task (example.h),
 * looks for parts and fields that are named and are not there, and fails if
 * something is wrong. */
#include "example.h"
#include "grader.h"
#include "language.h"
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define EXERCISE(name) extern const exercise name;
#include "graders.inc"
#undef EXERCISE

static const exercise *const exercises[] = {
#define EXERCISE(name) &name,
#include "graders.inc"
};

static const exercise *find_exercise(const char *slug) {
  for (size_t i = 0; i < sizeof exercises / sizeof *exercises; i++)
    if (strcmp(slug, exercises[i]->slug) == 0) return exercises[i];
  return NULL;
}

/* Is it another variant of the mistake before it? */
static bool is_variant(const exercise *e, const mistake *m) {
  return m > e->mistakes && strcmp(m[-1].id, m->id) == 0;
}

static void list(const mistake *m) {
  printf("%s\t%s\t%s\n", m->id, m->reread, m->says);
}

static void list_mistakes(const exercise *e) {
  bool derived = false;
  for (const mistake *m = e->mistakes; m->id; m++)
    if (!is_variant(e, m)) list(m);
  for (const exercise_part *p = e->parts; p->id; p++)
    derived = derived || p->derived;
  for (const mistake *m = common_mistakes; m->id && derived; m++) list(m);
}

/* The Nth variant of a mistake, or NULL. */
static answer_function *find_variant(const exercise *e, const char *id,
                                     unsigned long long number) {
  for (const mistake *m = e->mistakes; m->id; m++)
    if (strcmp(m->id, id) == 0 && --number == 0) return m->answer;
  return NULL;
}

/* What is wrong with how a grader took a mistake, or NULL; *other is by
 * whose name it goes, or "". */
static const char *fault_of(const grader_outcome *o, const mistake *m,
                            const char **other) {
  *other = "";
  if (o->earned == o->points) return "loses no points";
  for (size_t i = 0; i < o->name_count; i++)
    if (strcmp(o->names[i], m->id) != 0) *other = o->names[i];
  if (**other) return "goes by the name of ";
  return o->name_count ? NULL : "is not named";
}

/* Grades each known mistake with the seeds 1 to `seeds`, without programs,
 * and says which is not rejected or goes by another's name. Reports are
 * thrown away. */
static int check_known(const exercise *e, unsigned long long seeds) {
  size_t wrong = 0, variant = 0;
  if (!freopen("/dev/null", "w", stdout)) return 2;
  for (const mistake *m = e->mistakes; m->id; m++) {
    variant = is_variant(e, m) ? variant + 1 : 1;
    for (unsigned long long seed = 1; seed <= seeds; seed++) {
      grader_request request = {.direct = m->answer, .seed = seed};
      grader_outcome outcome = grader_run(e, &request);
      const char *other, *fault = fault_of(&outcome, m, &other);
      if (!fault) continue;
      fprintf(stderr, "%s, variant %zu, seed %llu: %s%s\n", m->id, variant,
              seed, fault, other);
      wrong++;
    }
  }
  return wrong ? 1 : 0;
}

/* Any answer is right to a part that is judged. */
static int check_examples(const exercise *e, const char *task) {
  bool judged = true;
  for (const exercise_part *p = e->parts; p->id; p++)
    judged = judged && p->judge;
  cases_about(e);
  size_t wrong = declared_check(e);
  wrong += examples_check(task, e->right, judged, stderr);
  return wrong == 0 ? 0 : 1;
}

/* ---- the command line ------------------------------------------------*/

typedef struct {
  const char *sandbox, *seed, *complex, *as, *known, *examples,
      *milliseconds;
  bool wants_case, misconceptions;
} arguments;

/* What is to be graded; false if it is not said. */
static bool read_request(const exercise *e, const arguments *a, int argc,
                         char **argv, grader_request *r) {
  if (!a->seed) return false;
  r->seed = options_number("--seed", a->seed);
  r->complex = a->complex;
  r->wants_case = a->wants_case;
  if (a->milliseconds)
    r->milliseconds =
        (unsigned)options_number("--milliseconds", a->milliseconds);
  if (a->as && argc == 1)
    r->direct = find_variant(e, a->as, options_number("--as", argv[0]));
  if (a->as) return r->direct != NULL;
  if (argc != 2 || !a->sandbox || !sandbox_find(a->sandbox, &r->sandbox))
    return false;
  r->program = argv[0];
  r->twin = argv[1];
  return true;
}

static int usage(void) {
  fprintf(stderr, "usage: graders EXERCISE PROGRAM TWIN --sandbox LEVEL "
                  "--seed N [--complex WHERE] [--case] "
                  "[--milliseconds MOST]\n"
                  "       graders EXERCISE --as ID N --seed S\n"
                  "       graders EXERCISE --known SEEDS\n"
                  "       graders EXERCISE --misconceptions\n"
                  "       graders EXERCISE --examples TASK.md\n");
  return 2;
}

static int run(const exercise *e, int argc, char **argv) {
  arguments a = {0};
  grader_request request = {0};
  const option options[] = {
      {"--sandbox", .value = &a.sandbox},
      {"--seed", .value = &a.seed},
      {"--complex", .value = &a.complex},
      {"--case", .given = &a.wants_case},
      {"--as", .value = &a.as},
      {"--milliseconds", .value = &a.milliseconds},
      {"--known", .value = &a.known},
      {"--misconceptions", .given = &a.misconceptions},
      {"--examples", .value = &a.examples},
      {0},
  };
  argc = options_take(options, argc, argv);
  if (a.examples) return check_examples(e, a.examples);
  if (a.known) return check_known(e, options_number("--known", a.known));
  if (a.misconceptions)
    list_mistakes(e);
  else if (read_request(e, &a, argc, argv, &request))
    grader_run(e, &request);
  else
    return usage();
  if (fflush(stdout) == 0 && !ferror(stdout)) return 0;
  fprintf(stderr, "could not write the report: %s\n", strerror(errno));
  return 2;
}

int main(int argc, char **argv) {
  language_begin();
  const exercise *e = argc > 1 ? find_exercise(argv[1]) : NULL;
  if (e) return run(e, argc - 2, argv + 2);
  fprintf(stderr, "graders: there is no exercise '%s'\n",
          argc > 1 ? argv[1] : "");
  return 2;
}
