#include "grader.h"

#include "compare.h"
#include "example.h"
#include "explain.h"
#include "student.h"
#include "wording.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 16 };

/* --case: a call with which a part fails, as lines for a program. */
typedef struct {
  size_t size; /* its numbers */
  char *query, *right;
} failing_case;

struct grader {
  const exercise *exercise;
  student student;
  unsigned long long seed;
  const char *complex; /* where complex numbers are, or NULL */
  bool wants_case;     /* --case */

  /* the part at hand */
  nn_rng rng;
  bool failed;
  bool asked;                 /* anything */
  char printed[PROCESS_SAID]; /* by the call with which it failed */
  failing_case kept;          /* the smallest so far */
  char *line;                 /* what was asked last */

  const char *names[PARTS_MAX]; /* of mistakes that were named */
  size_t name_count;

  const char *passed[PARTS_MAX];
  size_t passed_count;
  int earned, points;
};

/* ---- for making cases ------------------------------------------------*/

double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* ---- for cases that depend on what is right --------------------------*/

static const exercise *asked_about; /* by the part at hand */

double right_number(const message *query, const char *field) {
  message answer;
  message_begin(&answer, "answer");
  asked_about->right(query, &answer);
  double number = message_number(&answer, field);
  message_free(&answer);
  return number;
}

static bool answers_alike(answer_function *answer, const message *one,
                          const message *other) {
  message a, b;
  const message_field *field;
  size_t index;
  message_begin(&a, "answer");
  message_begin(&b, "answer");
  answer(one, &a);
  answer(other, &b);
  bool alike = !compare_changed(&a, &b, &field, &index);
  message_free(&a);
  message_free(&b);
  return alike;
}

bool all_answer_alike(const message *one, const message *other) {
  bool alike = answers_alike(asked_about->right, one, other);
  for (const mistake *m = asked_about->mistakes; m->id && alike; m++)
    alike = answers_alike(m->answer, one, other);
  return alike;
}

/* ---- failing ---------------------------------------------------------*/

/* The part at hand fails, if it has not yet: with the call that was asked
 * last, whose output is kept before another call's takes its place. */
static void fail_part(grader *g) {
  if (!g->failed)
    memcpy(g->printed, student_printed(&g->student), sizeof g->printed);
  g->failed = true;
}

void grader_fail(grader *g, const char *format, ...) {
  va_list arguments;
  fail_part(g);
  va_start(arguments, format);
  say_all(format, arguments);
  va_end(arguments);
}

static void name(grader *g, const mistake *m) {
  fail_part(g);
  if (g->name_count < PARTS_MAX) g->names[g->name_count++] = m->id;
  printf("misconception\t%s\t%s\n", m->id, m->reread);
  say(" ");
  say("%s", m->says);
}

static const mistake *find_mistake(const mistake *list, const char *id) {
  while (list->id && strcmp(list->id, id) != 0) list++;
  assert(list->id);
  return list;
}

void grader_name(grader *g, const char *id) {
  name(g, find_mistake(g->exercise->mistakes, id));
}

/* ---- the smallest failing case ---------------------------------------*/

static void forget_case(failing_case *c) {
  free(c->query);
  free(c->right);
  *c = (failing_case){0};
}

/* Keeps the case with the fewest numbers. */
static void keep_case(grader *g, const message *query,
                      const message *right) {
  size_t size = 0;
  if (!g->wants_case) return;
  for (size_t f = 0; f < query->count; f++) size += query->fields[f].count;
  if (g->kept.query && g->kept.size <= size) return;
  forget_case(&g->kept);
  g->kept =
      (failing_case){size, message_write(query), message_write(right)};
}

/* Where the part has a judge, only the call is known. */
static void say_case(grader *g) {
  if (g->kept.query)
    printf("case\t%sright\t%s", g->kept.query, g->kept.right);
  else if (g->wants_case && g->asked)
    printf("case\t%s", g->line);
}

/* ---- the cases of a part ---------------------------------------------*/

/* False if the student's code gives no answer; then the part has failed. */
static bool ask(grader *g, const message *query, message *answer) {
  free(g->line);
  g->line = message_write(query);
  g->asked = true;
  /* When it has failed already, why is said. */
  bool answered = student_ask(&g->student, query, answer, g->failed);
  if (!answered) fail_part(g);
  if (g->student.mistake)
    name(g, find_mistake(common_mistakes, g->student.mistake));
  return answered;
}

/* Compares one case with the right answer. */
static bool compare_case(grader *g, const exercise_part *p, message query,
                         bool far, asked_cases *cases) {
  message answer, right;
  message_begin(&right, "answer");
  g->exercise->right(&query, &right);
  explain_keep_fields(&right, p->fields);
  if (!ask(g, &query, &answer)) {
    keep_case(g, &query, &right);
    message_free(&query);
    message_free(&right);
    return false;
  }
  const message_field *field;
  size_t index;
  if (compare_differs(&right, &answer, declared_digits(p), &field,
                      &index)) {
    if (!g->failed) say_difference(&query, &right, &answer, field, index);
    fail_part(g);
    keep_case(g, &query, &right);
  }
  asked_add(cases, query, right, answer, student_printed(&g->student), far);
  return true;
}

static bool judge_case(grader *g, const exercise_part *p, message query) {
  message answer;
  bool answered = ask(g, &query, &answer);
  if (answered) {
    p->judge(g, &query, &answer);
    message_free(&answer);
  }
  message_free(&query);
  return answered;
}

/* Where a smaller case is looked for, others are asked after one that was
 * not answered. */
static bool goes_on(grader *g, size_t i) {
  enum { CASES = 40 }; /* each may need a new start */
  if (!g->wants_case || g->student.timed_out || i >= CASES) return false;
  student_stop(&g->student);
  return student_start(&g->student);
}

/* Case number i: of those that are written down, then of those made. */
static void make_query(grader *g, const exercise_part *p, size_t i,
                       size_t written, message *query) {
  if (i >= written) {
    message_begin(query, p->function);
    if (p->make_case) p->make_case(&g->rng, i - written, query);
  } else if (!example_read_call(p->always[i], query)) {
    fprintf(stderr, "%s, part '%s': this is no call: %s\n",
            g->exercise->slug, p->id, p->always[i]);
    exit(2);
  }
}

/* Asks all cases; false if one was not answered. */
static bool ask_all(grader *g, const exercise_part *p, asked_cases *cases) {
  size_t written = 0;
  while (p->always && p->always[written]) written++;
  bool answered = true, on = true;
  for (size_t i = 0; i < written + p->cases && on; i++) {
    message query;
    make_query(g, p, i, written, &query);
    bool far = p->far_from && i >= written + p->far_from;
    bool here = p->judge ? judge_case(g, p, query)
                         : compare_case(g, p, query, far, cases);
    if (!here) {
      answered = false;
      on = goes_on(g, i);
    }
  }
  return answered;
}

/* ---- why they are wrong ----------------------------------------------*/

/* Slopes that are nearly right everywhere were measured. */
static bool name_measured(grader *g, const asked_cases *cases) {
  const asked_case *c = explain_measured(cases);
  if (!c) return false;
  if (!g->failed) {
    say_difference(&c->query, &c->right, &c->answer, &c->right.fields[0],
                   0);
    keep_case(g, &c->query, &c->right);
    fail_part(g);
    snprintf(g->printed, sizeof g->printed, "%s", c->printed);
  }
  name(g, find_mistake(common_mistakes, "finite-differences"));
  return true;
}

/* Only with real numbers can a slope not be measured exactly. */
static void refuse_complex(grader *g) {
  grader_fail(g, "There are complex numbers in %s.", g->complex);
  name(g, find_mistake(common_mistakes, "complex-step"));
}

/* Says why the answers are wrong, if that can be told. */
static void explain(grader *g, const exercise_part *p,
                    const asked_cases *cases) {
  char text[256];
  const char *common = NULL;
  const mistake *known = explain_mistake(g->exercise, p, cases);
  if (!known) common = explain_nothing(g->exercise, p, cases);
  if (!known && !common) common = explain_numbers(p, cases);
  if (common) known = find_mistake(common_mistakes, common);
  if (known)
    name(g, known);
  else if (p->derived && name_measured(g, cases))
    return;
  else if (p->slopes && explain_factor(p, cases, text, sizeof text))
    say("%s", text);
}

static void check(grader *g, const exercise_part *p) {
  asked_cases cases = {0};
  if (p->derived && g->complex) {
    refuse_complex(g);
    return;
  }
  bool answered = ask_all(g, p, &cases);
  if (g->failed && answered && !p->judge)
    explain(g, p, &cases);
  else if (p->derived)
    name_measured(g, &cases);
  asked_free(&cases);
}

/* ---- parts -----------------------------------------------------------*/

/* The first of these ids, with spaces between, that has not passed; its
 * length in *length. NULL if all have. */
static const char *not_passed(const grader *g, const char *ids,
                              size_t *length) {
  for (; *ids; ids += *length + strspn(ids + *length, " ")) {
    bool passed = false;
    *length = strcspn(ids, " ");
    for (size_t i = 0; i < g->passed_count; i++)
      if (strncmp(g->passed[i], ids, *length) == 0 &&
          g->passed[i][*length] == '\0')
        passed = true;
    if (!passed) return ids;
  }
  return NULL;
}

static void grade_part(grader *g, const exercise_part *p) {
  g->points += p->points;
  printf("part\t%s\t%d\t%s\n", p->id, p->points, p->title);
  size_t length;
  const char *first = not_passed(g, p->needs ? p->needs : "", &length);
  if (first) {
    say("Not tried yet: it builds on '%.*s', which has to work first.",
        (int)length, first);
    printf("skip\t%s\n", p->id);
    return;
  }

  g->failed = false;
  g->asked = false;
  g->rng = nn_rng_seeded(g->seed);
  if (student_start(&g->student))
    check(g, p);
  else
    fail_part(g);
  if (g->failed) {
    student_stop(&g->student);
    say_printed(g->printed, g->asked);
    say_case(g);
    forget_case(&g->kept);
    printf("fail\t%s\n", p->id);
    return;
  }
  student_forget_printed(&g->student);
  printf("pass\t%s\n", p->id);
  assert(g->passed_count < PARTS_MAX);
  g->passed[g->passed_count++] = p->id;
  g->earned += p->points;
}

static void grade_all(grader *g) {
  printf("seed\t%llu\n", g->seed);
  for (const exercise_part *p = g->exercise->parts; p->id; p++)
    grade_part(g, p);
  student_stop(&g->student);
  free(g->line);
  printf("end\t%d\t%d\n", g->earned, g->points);
}

/* ---- the command line ------------------------------------------------*/

static void list(const mistake *m) {
  printf("%s\t%s\t%s\n", m->id, m->reread, m->says);
}

static void list_mistakes(const exercise *e) {
  bool derived = false;
  for (const mistake *m = e->mistakes; m->id; m++)
    if (m == e->mistakes || strcmp(m[-1].id, m->id) != 0) list(m);
  for (const exercise_part *p = e->parts; p->id; p++)
    derived = derived || p->derived;
  for (const mistake *m = common_mistakes; m->id && derived; m++) list(m);
}

/* The options at the end; false if there are others. */
static bool take_options(grader *g, char **argv) {
  for (; *argv; argv++)
    if (strcmp(*argv, "--case") == 0)
      g->wants_case = true;
    else if (strcmp(*argv, "--complex") == 0 && argv[1])
      g->complex = *++argv;
    else
      return false;
  return true;
}

/* --as ID N --seed S: the student makes the Nth variant of this mistake. */
static bool take_mistake(grader *g, int argc, char **argv) {
  if (argc != 6 || strcmp(argv[1], "--as") != 0 ||
      strcmp(argv[4], "--seed") != 0)
    return false;
  int variant = 1;
  for (const mistake *m = g->exercise->mistakes; m->id; m++)
    if (strcmp(m->id, argv[2]) == 0 && variant++ == atoi(argv[3]))
      g->student.direct = m->answer;
  g->seed = strtoull(argv[5], NULL, 10);
  return g->student.direct != NULL;
}

/* Grades each known mistake with the seeds 1 to `seeds`, without programs,
 * and says which is not rejected or goes by another's name. Reports are
 * thrown away. */
static int check_known(const exercise *e, unsigned long long seeds) {
  size_t wrong = 0, variant = 0;
  if (!freopen("/dev/null", "w", stdout)) return 2;
  for (const mistake *m = e->mistakes; m->id; m++) {
    bool another = m > e->mistakes && strcmp(m[-1].id, m->id) == 0;
    variant = another ? variant + 1 : 1;
    for (unsigned long long seed = 1; seed <= seeds; seed++) {
      grader g = {.exercise = e, .seed = seed};
      g.student.direct = m->answer;
      grade_all(&g);
      const char *other = NULL;
      for (size_t i = 0; i < g.name_count; i++)
        if (strcmp(g.names[i], m->id) != 0) other = g.names[i];
      if (g.earned < g.points && g.name_count && !other) continue;
      fprintf(stderr, "%s, variant %zu, seed %llu: %s%s\n", m->id, variant,
              seed,
              g.earned == g.points ? "loses no points"
              : other              ? "goes by the name of "
                                   : "is not named",
              g.earned < g.points && other ? other : "");
      wrong++;
    }
  }
  return wrong ? 1 : 0;
}

static bool take_arguments(grader *g, int argc, char **argv) {
  if (argc < 7 || strcmp(argv[3], "--sandbox") != 0 ||
      !sandbox_find(argv[4], &g->student.sandbox) ||
      strcmp(argv[5], "--seed") != 0 || !take_options(g, argv + 7))
    return false;
  g->student.program = argv[1];
  g->student.twin = argv[2];
  g->seed = strtoull(argv[6], NULL, 10);
  return true;
}

/* Any answer is right to a part that is judged. */
static int check_examples(const exercise *e, const char *task) {
  bool judged = true;
  for (const exercise_part *p = e->parts; p->id; p++)
    judged = judged && p->judge;
  asked_about = e;
  size_t wrong = declared_check(e);
  wrong += examples_check(task, e->right, judged, stderr);
  return wrong == 0 ? 0 : 1;
}

int grade(const exercise *e, int argc, char **argv) {
  static grader g;
  g = (grader){.exercise = e};
  asked_about = e;
  if (argc == 2 && strcmp(argv[1], "--misconceptions") == 0) {
    list_mistakes(e);
  } else if (argc == 3 && strcmp(argv[1], "--examples") == 0) {
    return check_examples(e, argv[2]);
  } else if (argc == 3 && strcmp(argv[1], "--known") == 0) {
    return check_known(e, strtoull(argv[2], NULL, 10));
  } else if (take_mistake(&g, argc, argv) ||
             take_arguments(&g, argc, argv)) {
    grade_all(&g);
  } else {
    fprintf(stderr,
            "usage: %s PROGRAM TWIN --sandbox LEVEL --seed N "
            "[--complex WHERE] [--case]\n"
            "       %s --as ID N --seed S\n"
            "       %s --known SEEDS\n"
            "       %s --misconceptions\n"
            "       %s --examples TASK.md\n",
            argv[0], argv[0], argv[0], argv[0], argv[0]);
    return 2;
  }
  if (fflush(stdout) != 0 || ferror(stdout)) {
    fprintf(stderr, "could not write the report: %s\n", strerror(errno));
    return 2;
  }
  return 0;
}
