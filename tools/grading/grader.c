#include "grader.h"

#include "compare.h"
#include "example.h"
#include "explain.h"
#include "student.h"
#include "text.h"
#include "wording.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --case: a call with which a part fails, as lines for a program. */
typedef struct {
  size_t size; /* its numbers */
  char *query, *right;
} failing_case;

struct grader {
  const exercise *exercise;
  grader_request request;
  student student;

  /* the part at hand */
  nn_rng rng;
  bool failed;
  bool asked;                 /* anything */
  char printed[PROCESS_SAID]; /* by the call with which it failed */
  failing_case kept;          /* the smallest so far */
  char *line;                 /* what was asked last */

  const char *passed[GRADER_PARTS];
  size_t passed_count;
  grader_outcome outcome;
};

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

/* Keeps each name once. */
static void note_name(grader_outcome *o, const char *id) {
  for (size_t i = 0; i < o->name_count; i++)
    if (strcmp(o->names[i], id) == 0) return;
  assert(o->name_count < GRADER_NAMES);
  o->names[o->name_count++] = id;
}

static void name(grader *g, const mistake *m) {
  fail_part(g);
  note_name(&g->outcome, m->id);
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
  if (!g->request.wants_case) return;
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
  else if (g->request.wants_case && g->asked)
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
  if (!g->request.wants_case || g->student.timed_out || i >= CASES)
    return false;
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

/* Asks all cases, or, where a judge says what is wrong, up to the first
 * that is; false if one was not answered. */
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
    } else if (p->judge) {
      on = !g->failed;
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
    text_fill(g->printed, sizeof g->printed, "%s", c->printed);
  }
  name(g, find_mistake(common_mistakes, "finite-differences"));
  return true;
}

/* Only with real numbers can a slope not be measured exactly. */
static void refuse_complex(grader *g) {
  grader_fail(g, _("There are complex numbers in %s."), g->request.complex);
  name(g, find_mistake(common_mistakes, "complex-step"));
}

/* The known mistake, one of this exercise or a common one, that the answers
 * show; NULL if they show none. */
static const mistake *mistake_in(const grader *g, const exercise_part *p,
                                 const asked_cases *cases) {
  const mistake *known = explain_mistake(g->exercise, p, cases);
  if (known) return known;
  const char *common = explain_nothing(g->exercise, p, cases);
  if (!common) common = explain_numbers(p, cases);
  return common ? find_mistake(common_mistakes, common) : NULL;
}

/* Says why the answers are wrong, if that can be told. */
static void explain(grader *g, const exercise_part *p,
                    const asked_cases *cases) {
  const mistake *known = mistake_in(g, p, cases);
  if (known) {
    name(g, known);
    return;
  }
  if ((p->derived && name_measured(g, cases)) || !p->slopes) return;
  char *factor = explain_factor(p, cases);
  if (factor) say("%s", factor);
  free(factor);
}

static void check(grader *g, const exercise_part *p) {
  asked_cases cases = {0};
  if (p->derived && g->request.complex) {
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
  g->outcome.points += p->points;
  printf("part\t%s\t%d\t%s\n", p->id, p->points, _(p->title));
  size_t length;
  const char *first = not_passed(g, p->needs ? p->needs : "", &length);
  if (first) {
    say(_("Not tried yet: it builds on '%.*s', which has to work first."),
        (int)length, first);
    printf("skip\t%s\n", p->id);
    return;
  }

  g->failed = false;
  g->asked = false;
  g->rng = nn_rng_seeded(g->request.seed);
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
  assert(g->passed_count < GRADER_PARTS);
  g->passed[g->passed_count++] = p->id;
  g->outcome.earned += p->points;
}

grader_outcome grader_run(const exercise *e,
                          const grader_request *request) {
  static grader g; /* large */
  g = (grader){.exercise = e,
               .request = *request,
               .student = {.program = request->program,
                           .twin = request->twin,
                           .sandbox = request->sandbox,
                           .milliseconds = request->milliseconds,
                           .direct = request->direct}};
  cases_about(e);
  printf("seed\t%llu\n", request->seed);
  for (const exercise_part *p = e->parts; p->id; p++) grade_part(&g, p);
  student_stop(&g.student);
  free(g.line);
  printf("end\t%d\t%d\n", g.outcome.earned, g.outcome.points);
  return g.outcome;
}
