#define _GNU_SOURCE /* ST_NOEXEC, ELIBBAD */
#include "grader.h"

#include "process.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { PARTS_MAX = 16 };

/* What the student's code may use. */
static const process_limits limits = {
    .seconds = 2,
    .patience = 10,
    .life = 20,
    .uses = {.cpu_seconds = 10,
             .memory = (size_t)1 << 29,
             .file_size = 1 << 20},
};

/* --case: a call with which a part fails, as lines for a program. */
typedef struct {
  size_t size; /* its numbers */
  char *query, *right;
} failing_case;

struct grader {
  const char *driver, *twin; /* programs; the same if they are one */
  sandbox_level sandbox;
  unsigned long long seed;
  const char *complex; /* where complex numbers are, or NULL */
  bool wants_case;     /* --case */
  bool listing;        /* --misconceptions */

  process student, second; /* of driver and of twin */
  process_end second_end;  /* why the twin is not there to be asked */
  bool running;            /* both have been started */
  nn_rng rng;
  bool failed;                /* the part at hand */
  bool asked;                 /* anything in this part */
  char printed[PROCESS_SAID]; /* by the call with which it failed */
  bool quiet;                 /* it has failed, and all about it is said */
  bool timed_out;
  failing_case kept; /* the smallest of this part so far */
  char *line;        /* what was asked last */

  const char *passed[PARTS_MAX];
  size_t passed_count;
  int earned, points;
};

/* ---- the report: one record a line, columns between tabs --------------*/

static void say(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
static void say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  printf("say\t");
  vprintf(format, arguments);
  printf("\n");
  va_end(arguments);
}

/* What the failing call printed. Student's output may hold anything: it
 * becomes lines of plain text. */
static void say_printed(const char *text, bool asked) {
  enum { LINES_MAX = 24 };
  if (!*text) return;
  say(" ");
  say(asked ? "In this call your code printed:"
            : "Before the first call your code printed:");
  for (int lines = 0; *text && lines < LINES_MAX; lines++) {
    printf("say\t  | ");
    for (; *text && *text != '\n'; text++)
      putchar((unsigned char)*text < ' ' || *text == 127 ? ' ' : *text);
    printf("\n");
    if (*text) text++;
  }
  if (*text) say("  | ...");
}

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

/* Where the check has a way of its own, only the call is known. */
static void say_case(grader *g) {
  if (g->kept.query)
    printf("case\t%sright\t%s", g->kept.query, g->kept.right);
  else if (g->wants_case && g->asked)
    printf("case\t%s", g->line);
}

/* The part at hand fails, if it has not yet: with the call that was asked
 * last, whose output is kept before another call's takes its place. */
static void fail_part(grader *g) {
  if (!g->failed) memcpy(g->printed, g->student.said, sizeof g->printed);
  g->failed = true;
}

void grader_fail(grader *g, const char *format, ...) {
  char text[2048];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  fail_part(g);
  for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
    say("%s", line);
}

void grader_name(grader *g, const misconception *known) {
  fail_part(g);
  printf("misconception\t%s\t%s\n", known->id, known->reread);
  say(" ");
  say("%s", known->says);
}

void grader_knows(grader *g, const misconception *known) {
  if (!g->listing) return;
  for (const misconception *k = known; k && k->id; k++)
    if (k == known || strcmp(k[-1].id, k->id) != 0)
      printf("%s\t%s\t%s\n", k->id, k->reread, k->says);
}

bool grader_only_listing(const grader *g) {
  return g->listing;
}

/* ---- saying what was called ------------------------------------------*/

static void append(char *text, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void append(char *text, size_t size, const char *format, ...) {
  size_t length = strlen(text);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text + length, size - length, format, arguments);
  va_end(arguments);
}

/* "w[2]", or "b" for a field of one number. */
static void name_place(char *place, size_t size, const message_field *field,
                       size_t index) {
  if (field->count == 1)
    snprintf(place, size, "%s", field->name);
  else
    snprintf(place, size, "%s[%zu]", field->name, index);
}

static void append_field(char *text, size_t size,
                         const message_field *field) {
  enum { SHOWN = 12 };
  if (field->count == 1) {
    append(text, size, "%s = %.6g", field->name, field->values[0]);
    return;
  }
  append(text, size, "%s = [", field->name);
  for (size_t i = 0; i < field->count && i < SHOWN; i++)
    append(text, size, "%s%.6g", i ? ", " : "", field->values[i]);
  append(text, size, field->count > SHOWN ? ", ...]" : "]");
}

/* Says "Called step(w = [0, 0], y = 1)", one argument a line if it is
 * long. */
static void say_call(const message *query) {
  enum { SHORT = 60 };
  char text[1024] = "";
  for (size_t i = 0; i < query->count; i++) {
    if (i) append(text, sizeof text, ", ");
    append_field(text, sizeof text, &query->fields[i]);
  }
  if (strlen(query->name) + strlen(text) <= SHORT) {
    say("Called %s(%s)", query->name, text);
    return;
  }
  say("Called %s(", query->name);
  for (size_t i = 0; i < query->count; i++) {
    text[0] = '\0';
    append_field(text, sizeof text, &query->fields[i]);
    say("    %s%s", text, i + 1 < query->count ? "," : ")");
  }
}

/* ---- talking to the driver -------------------------------------------*/

static const char *signal_sentence(int signal) {
  switch (signal) {
  case SIGSEGV:
  case SIGBUS:
    return "It touched memory that is not its own. Look for an index that "
           "runs past the end of an array, a pointer that points nowhere, "
           "or a function that calls itself for ever.";
  case SIGFPE:
    return "It divided a whole number by zero.";
  case SIGABRT:
    return "It called abort(): an assertion failed, or memory was freed "
           "twice or written out of bounds.";
  case SIGILL:
  case SIGTRAP:
    return "It did what C leaves undefined, and the compiler stopped it.";
  case SIGKILL:
    return "It was killed, which happens when it uses too much memory.";
  default:
    return "The system ended it.";
  }
}

/* The address of an instruction, for the student's tool to find the line
 * that it belongs to. */
static void say_place(double address) {
  if (address >= 1 && address < 0x1p53)
    printf("at\t%#llx\n", (unsigned long long)address);
}

static double number_or_zero(const message *m, const char *name) {
  return message_find(m, name) ? message_number(m, name) : 0;
}

/* Where the program was when its time was up, as far as it says: its
 * instruction, then where it was called from, "here at=0x401234,0x402345".
 */
static void say_places(char *words) {
  message here;
  words[strcspn(words, "\n")] = '\0';
  if (!message_read(&here, words)) return;
  const message_field *at = message_find(&here, "at");
  for (size_t i = 0; at && i < at->count; i++) say_place(at->values[i]);
  message_free(&here);
}

/* Says how the student's code ended. `query` is what it was asked, or
 * NULL before the first question. */
static void say_end(grader *g, process_end end, const message *query) {
  bool killed = end == PROCESS_CRASHED && g->student.status == SIGKILL;
  const char *kind = killed                    ? "killed"
                     : end == PROCESS_CRASHED  ? "crash"
                     : end == PROCESS_TIME_OUT ? "time-out"
                     : end == PROCESS_CPU_OUT  ? "time-out"
                     : end == PROCESS_OVERDUE  ? "time-out"
                     : end == PROCESS_EXITED   ? "exit"
                                               : "limit";
  const char *name = query ? query->name : "Your program";
  fail_part(g);
  printf("event\t%s\n", kind);

  if (query) say_call(query);
  if (end == PROCESS_CRASHED) {
    say("%s crashed. %s", name, signal_sentence(g->student.status));
  } else if (end == PROCESS_TIME_OUT) {
    say("%s had not returned after %.0f seconds. Is there a loop whose "
        "condition never becomes false?",
        name, limits.seconds);
  } else if (end == PROCESS_CPU_OUT) {
    say("%s and the calls before it needed more than %u seconds of "
        "computing. A right answer needs far less than one.",
        name, limits.uses.cpu_seconds);
  } else if (end == PROCESS_OVERDUE) {
    say("%s and the calls before it took more than %.0f seconds. A right "
        "answer takes far less than one.",
        name, limits.life);
  } else if (end == PROCESS_EXITED && query) {
    say("%s ended the whole program (exit status %d) where it should have "
        "returned. Use return; exit() never comes back to the caller.",
        name, g->student.status);
  } else if (end == PROCESS_EXITED) {
    say("Your program ended before it was asked anything (exit status %d). "
        "Does your file define a main of its own? It must not: the "
        "grader's driver has one.",
        g->student.status);
  } else {
    say("%s answered with more data than is allowed.", name);
  }
  if (g->student.last_words) say_places(g->student.last_words);
}

/* A fault of this machine, which is no student's: there is no verdict. */
static void trouble(const char *program, const char *why)
    __attribute__((noreturn));
static void trouble(const char *program, const char *why) {
  fprintf(stderr, "%s could not be run: %s\n", program, why);
  exit(2);
}

/* The system does not take the file for a program, although it is there and
 * may be run: the student has made it so. `reason` is an errno, or 0 and
 * the sandbox has said why. */
static bool is_no_program(const char *program, int reason,
                          const char *said) {
  static const char *const reasons[] = {
      "bwrap: execvp /program: No such file or directory\n", /* .interp */
      "bwrap: execvp /program: Exec format error\n"};
  struct statvfs disk;
  bool may_run = access(program, X_OK) == 0 &&
                 statvfs(program, &disk) == 0 && !(disk.f_flag & ST_NOEXEC);
  if (!may_run) return false;
  if (reason)
    return reason == ENOENT || reason == EACCES || reason == ENOEXEC ||
           reason == ELIBBAD;
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (strcmp(said, reasons[i]) == 0) return true;
  return false;
}

static void say_no_program(grader *g) {
  printf("event\tcrash\n");
  grader_fail(g, "The system cannot start your program. Does the file tell "
                 "the linker what to do?");
}

/* False if the student's code keeps it from being ready to answer; only of
 * the first of both programs it is said why. */
static bool start_one(grader *g, process *p, const char *program,
                      const char *garbage) {
  bool first = p == &g->student;
  char setting[64];
  snprintf(setting, sizeof setting, "GLIBC_TUNABLES=%s", garbage);
  char *settings[] = {setting, NULL};
  if (!process_start(p, g->sandbox, program, settings, limits)) {
    int reason = errno;
    if (!is_no_program(program, reason, ""))
      trouble(program, strerror(reason));
    if (first) say_no_program(g);
    return false;
  }
  const char *reply = NULL;
  process_end end = process_ask(p, NULL, &reply);
  if (end == PROCESS_FINE && strcmp(reply, "ready") == 0) return true;
  if (end == PROCESS_NOT_BEGUN) {
    if (!is_no_program(program, 0, p->said)) trouble(program, p->said);
    if (first) say_no_program(g);
  } else if (first) {
    say_end(g, end, NULL);
  } else {
    g->second_end = end;
  }
  return false;
}

static void stop(grader *g) {
  if (!g->running) return;
  process_stop(&g->student);
  process_stop(&g->second);
  g->running = false;
}

/* The student's program and its twin, which differ in what variables and
 * memory hold that were never set. They live on from a part that has
 * passed to the next. */
static bool start(grader *g) {
  if (g->student.pid && g->second.pid) return true;
  stop(g);
  g->running = true;
  g->second_end = PROCESS_EXITED;
  start_one(g, &g->second, g->twin, "glibc.malloc.perturb=170");
  return start_one(g, &g->student, g->driver, "glibc.malloc.perturb=85");
}

/* A fault was announced; now it ends the student's program. */
static void say_fault(grader *g, const message *query,
                      const message *answer) {
  const char *reply;
  process_end end = process_ask(&g->student, NULL, &reply);
  say_end(g, end == PROCESS_FINE ? PROCESS_EXITED : end, query);
  say_place(number_or_zero(answer, "at"));
}

static void say_outside(grader *g, const message *query,
                        const message *answer) {
  const message_field *array = &answer->fields[0];
  double count = number_or_zero(answer, "count");
  printf("event\toutside\n");
  say_call(query);
  grader_fail(g,
              "%s used %s[%.0f]. That array has %.0f elements, from 0 to "
              "%.0f.",
              query->name, array->name,
              array->count ? array->values[0] : (double)NAN, count,
              count - 1);
  say_place(number_or_zero(answer, "at"));
}

/* An array that is const was written to. */
static void say_changed(grader *g, const message *query,
                        const message *answer) {
  const message_field *array = &answer->fields[0];
  printf("event\tchanged\n");
  say_call(query);
  grader_fail(g, "%s changed %s[%.0f], which it may only read (const).",
              query->name, array->name,
              array->count ? array->values[0] : (double)NAN);
}

/* The first number that two answers to the same query do not share, to
 * the last bit; false if none. Not a number is like any other such. */
static bool first_change(const message *answer, const message *other,
                         const message_field **field, size_t *index) {
  for (size_t f = 0; f < answer->count; f++) {
    *field = &answer->fields[f];
    const message_field *second = message_find(other, (*field)->name);
    for (*index = 0; *index < (*field)->count; ++*index) {
      const double *a = (*field)->values + *index;
      const double *b =
          second && *index < second->count ? second->values + *index : NULL;
      if (!b || (memcmp(a, b, sizeof *a) != 0 && !(isnan(*a) && isnan(*b))))
        return true;
    }
  }
  return false;
}

/* The twin said something else: `other`, which need not be an answer.
 * `doubt` is the event that the machine may be to blame for, or "". */
static void say_unsteady(grader *g, const char *doubt, const message *query,
                         const message *other, const message_field *field,
                         size_t index) {
  bool two_builds = strcmp(g->driver, g->twin) != 0;
  const message_field *second =
      field ? message_find(other, field->name) : NULL;
  printf("event\t%s\n", *doubt       ? doubt
                        : two_builds ? "uninitialised"
                                     : "unsteady");
  say_call(query);
  char place[64];
  if (field) name_place(place, sizeof place, field, index);
  if (second && index < second->count)
    grader_fail(g,
                "Called in two runs of your program, it came out with %s = "
                "%.9g, then with %.9g.",
                place, field->values[index], second->values[index]);
  else
    grader_fail(g, "Called in two runs of your program, it answered once "
                   "and did not the other time.");
  if (two_builds)
    say("The runs differ only in what is in a variable before it is set. "
        "Look for one that is used before that, a sum that was never made "
        "0 or an element of a local array that nothing was put into.");
  else
    say("The same input must always give the same answer. Yours depends on "
        "something else: random numbers, where things lie in memory, or "
        "memory from malloc that nothing was put into.");
}

/* Asks one of the two programs; false if no message came back. */
static bool ask_one(process *p, const char *line, message *answer,
                    process_end *end) {
  const char *reply;
  *end = process_ask(p, line, &reply);
  if (*end == PROCESS_NOT_BEGUN)
    trouble("The program", "its sandbox ended");
  return *end == PROCESS_FINE && message_read(answer, reply);
}

/* Why there is no answer, once in a part. */
static void say_why(grader *g, process_end end, const message *query,
                    const message *answer) {
  if (g->quiet) return; /* the part has failed already, and why is said */
  if (end != PROCESS_FINE) {
    say_end(g, end, query);
  } else if (answer && strcmp(answer->name, "fault") == 0) {
    say_fault(g, query, answer);
  } else if (answer && strcmp(answer->name, "outside") == 0 &&
             answer->count) {
    say_outside(g, query, answer);
  } else if (answer && strcmp(answer->name, "changed") == 0 &&
             answer->count) {
    say_changed(g, query, answer);
  } else {
    say_call(query);
    grader_fail(g, "What came back was no answer.");
  }
}

/* What a busy machine, or one without memory, does to a program as well. */
static const char *doubt_of(const process *p, process_end end) {
  bool late = end == PROCESS_TIME_OUT || end == PROCESS_CPU_OUT ||
              end == PROCESS_OVERDUE;
  bool killed = end == PROCESS_CRASHED && p->status == SIGKILL;
  return late ? "time-out" : killed ? "killed" : "";
}

/* Asks the twin the same. False if it says anything else: then the part
 * has failed. */
static bool twin_agrees(grader *g, const char *line, const message *query,
                        const message *answer) {
  message other = {0};
  process_end end = g->second_end;
  const message_field *field = NULL;
  size_t index = 0;
  if (g->second.pid) ask_one(&g->second, line, &other, &end);
  bool same = strcmp(other.name, "answer") == 0 &&
              !first_change(answer, &other, &field, &index);
  if (!same && !g->quiet)
    say_unsteady(g, doubt_of(&g->second, end), query, &other, field, index);
  message_free(&other);
  return same;
}

bool grader_ask(grader *g, const message *query, message *answer) {
  if (!g->student.pid) return false;
  char *line = message_write(query);
  process_end end;
  process_forget_said(&g->student); /* that was other calls */
  g->asked = true;
  bool read = ask_one(&g->student, line, answer, &end);
  bool good = read && strcmp(answer->name, "answer") == 0;
  if (!good)
    say_why(g, end, query, read ? answer : NULL);
  else if (!twin_agrees(g, line, query, answer))
    good = false;
  g->timed_out =
      !good && (end == PROCESS_TIME_OUT || end == PROCESS_CPU_OUT ||
                end == PROCESS_OVERDUE);
  free(g->line);
  g->line = line;
  if (read && !good) message_free(answer);
  return good;
}

/* ---- comparing -------------------------------------------------------*/

/* Equal to `digits` (such as 1e-9), relative to what is larger than
 * `unit`, or both not numbers. */
static bool near(double a, double b, double digits, double unit) {
  if (isnan(a) || isnan(b)) return isnan(a) && isnan(b);
  if (a == b) return true;
  if (isinf(a) || isinf(b)) return false;
  return fabs(a - b) <= digits * fmax(unit, fmax(fabs(a), fabs(b)));
}

static bool same(double a, double b) {
  return near(a, b, 1e-9, 1);
}

/* The first field and index at which two answers differ; false if none.
 * A field that is missing or of another length differs at once. */
static bool first_difference(const message *right, const message *answer,
                             const message_field **field, size_t *index) {
  for (size_t f = 0; f < right->count; f++) {
    *field = &right->fields[f];
    const message_field *other = message_find(answer, (*field)->name);
    for (*index = 0; *index < (*field)->count; ++*index)
      if (!other || other->count != (*field)->count ||
          !same((*field)->values[*index], other->values[*index]))
        return true;
  }
  return false;
}

/* How many digits it takes to tell two numbers apart, 9 at least. */
static int digits_apart(double a, double b) {
  char one[64], other[64];
  for (int digits = 9; digits < 17; digits++) {
    snprintf(one, sizeof one, "%.*g", digits, a);
    snprintf(other, sizeof other, "%.*g", digits, b);
    if (strcmp(one, other) != 0) return digits;
  }
  return 17;
}

static void say_difference(grader *g, const message *query,
                           const message *right, const message *answer,
                           const message_field *field, size_t index) {
  const message_field *got = message_find(answer, field->name);
  char place[64], whole[512] = "";
  name_place(place, sizeof place, field, index);

  say_call(query);
  if (!got || got->count != field->count) {
    grader_fail(g, "Nothing came back for %s.", field->name);
    return;
  }
  double value = got->values[index], wanted = field->values[index];
  int digits = digits_apart(value, wanted);
  bool returned = strcmp(field->name, "returned") == 0;
  if (isnan(value) && !isnan(wanted))
    grader_fail(g,
                "Expected %s = %.9g, but it is not a number: it was never "
                "written, or is 0/0, or infinity minus infinity, or was "
                "computed from such a thing.",
                place, wanted);
  else if (returned)
    grader_fail(g, "It should return %.*g.\nIt returned %.*g.", digits,
                wanted, digits, value);
  else
    grader_fail(g, "Expected %s = %.*g\nCame out %s = %.*g", place, digits,
                wanted, place, digits, value);
  if (field->count > 1) {
    append_field(whole, sizeof whole, message_find(right, field->name));
    grader_fail(g, "In full, expected %s", whole);
    whole[0] = '\0';
    append_field(whole, sizeof whole, got);
    grader_fail(g, "          came out %s", whole);
  }
}

static bool agrees(grader_rule *rule, const message *query,
                   const message *answer) {
  message expected;
  const message_field *field;
  size_t index;
  message_begin(&expected, "answer");
  rule(query, &expected);
  bool different = first_difference(&expected, answer, &field, &index);
  message_free(&expected);
  return !different;
}

/* ---- the ratio of a gradient -----------------------------------------*/

enum { RATIO_FIELDS = 8 };

/* By what factor the student's slopes differ from the right ones, as far
 * as the cases so far allow: one number, or a number of the query. */
typedef struct {
  bool begun, constant;
  double value;
  bool times[RATIO_FIELDS], divided[RATIO_FIELDS]; /* by query field f */
  char names[RATIO_FIELDS][32];
} ratio;

/* The factor between two answers; false if there is none. */
static bool factor_between(const message *right, const message *answer,
                           double *factor) {
  bool found = false;
  for (size_t f = 0; f < right->count; f++) {
    const message_field *wanted = &right->fields[f];
    const message_field *got = message_find(answer, wanted->name);
    if (!got || got->count != wanted->count) return false;
    for (size_t i = 0; i < wanted->count; i++) {
      if (!found && fabs(wanted->values[i]) > 1e-6) {
        *factor = got->values[i] / wanted->values[i];
        found = true;
      }
      if (found && !same(got->values[i], *factor * wanted->values[i]))
        return false;
      if (!found && !same(got->values[i], wanted->values[i])) return false;
    }
  }
  return found;
}

static void follow_ratio(ratio *r, const message *query,
                         const message *right, const message *answer) {
  double factor = 1;
  const message_field *field;
  size_t index;
  bool wrong = first_difference(right, answer, &field, &index);
  if (wrong && !factor_between(right, answer, &factor))
    factor = (double)NAN;
  if (!wrong && !factor_between(right, answer, &factor)) return; /* zeros */

  if (!r->begun) {
    *r = (ratio){.begun = true, .constant = true, .value = factor};
    for (size_t f = 0; f < RATIO_FIELDS && f < query->count; f++) {
      r->times[f] = r->divided[f] = query->fields[f].count == 1;
      snprintf(r->names[f], sizeof r->names[f], "%s",
               query->fields[f].name);
    }
  }
  r->constant = r->constant && same(factor, r->value);
  for (size_t f = 0; f < RATIO_FIELDS && f < query->count; f++) {
    if (!r->times[f] && !r->divided[f]) continue;
    double x = query->fields[f].count == 1 ? query->fields[f].values[0]
                                           : (double)NAN;
    r->times[f] = r->times[f] && same(fabs(factor), x);
    r->divided[f] = r->divided[f] && same(fabs(factor) * x, 1);
  }
}

static void say_ratio(grader *g, const ratio *r) {
  if (!r->begun) return;
  if (r->constant && isfinite(r->value) && r->value != 0) {
    if (same(r->value, -1))
      grader_fail(g, "Every slope has the right size and the wrong sign.");
    else
      grader_fail(
          g,
          "In every case your slopes are %.6g times the right ones: "
          "a factor is missing or too many.",
          r->value);
    return;
  }
  for (size_t f = 0; f < RATIO_FIELDS; f++) {
    if (!r->times[f] && !r->divided[f]) continue;
    grader_fail(g,
                "In every case your slopes differ from the right ones by "
                "the factor %s%s%s: it is %s.",
                r->divided[f] ? "1/" : "", r->names[f],
                r->value < 0 ? ", and by the sign" : "",
                r->divided[f] ? "divided by once too often"
                              : "never divided by");
    return;
  }
}

/* ---- all cases -------------------------------------------------------*/

enum { KNOWN_MAX = 32 };

/* What the cases so far have told about the student's code. */
typedef struct {
  bool explains[KNOWN_MAX]; /* misconception k gives all these answers */
  bool slopes, derived;     /* what kind of answers these are */
  size_t far_from;          /* cases from here on lie far out */
  ratio factor;
  bool measured;                /* an answer is off as differences are, */
  message query, right, answer; /* and this is the first such case; */
  char printed[PROCESS_SAID];   /* this was printed in it */
  bool rough;                   /* one is off by more than that */
} findings;

/* Is every number as near as `digits`, relative to itself or `unit`? */
static bool all_near(const message *right, const message *answer,
                     double digits, double unit) {
  for (size_t f = 0; f < right->count; f++) {
    const message_field *a = &right->fields[f];
    const message_field *b = message_find(answer, a->name);
    if (!b || b->count != a->count) return false;
    for (size_t i = 0; i < a->count; i++)
      if (!near(a->values[i], b->values[i], digits, unit)) return false;
  }
  return true;
}

static double largest_in(const message *m) {
  double largest = 1;
  for (size_t f = 0; f < m->count; f++)
    for (size_t i = 0; i < m->fields[f].count; i++)
      largest = fmax(largest, fabs(m->fields[f].values[i]));
  return largest;
}

/* Is the answer a little off, as finite differences are? Rounding leaves
 * far less. Far out slopes are tiny, and differences are lost in the
 * rounding of the loss, whatever their step. True if the messages are kept
 * for the sentence about it. */
static bool look_for_differences(grader *g, findings *found, bool far,
                                 const message *query, const message *right,
                                 const message *answer) {
  double unit = largest_in(right);
  if (!far && !all_near(right, answer, 1e-5, unit)) found->rough = true;
  if (found->measured || (far ? all_near(right, answer, 1e-9, 0)
                              : all_near(right, answer, 1e-13, unit)))
    return false;
  found->measured = true;
  found->query = *query;
  found->right = *right;
  found->answer = *answer;
  memcpy(found->printed, g->student.said, sizeof found->printed);
  return true;
}

/* Takes note of one case; the messages are the function's to free. */
static void take_note(grader *g, const comparison *c, findings *found,
                      bool far, message query, message right,
                      message answer) {
  const message_field *field;
  size_t index;
  bool wrong = first_difference(&right, &answer, &field, &index);
  if (wrong && !g->failed)
    say_difference(g, &query, &right, &answer, field, index);
  if (wrong) keep_case(g, &query, &right);
  g->quiet = g->failed; /* what follows only tells why */
  for (size_t k = 0; c->known && c->known[k].id; k++)
    found->explains[k] =
        found->explains[k] && agrees(c->known[k].rule, &query, &answer);
  if (found->slopes) follow_ratio(&found->factor, &query, &right, &answer);

  if (found->derived &&
      look_for_differences(g, found, far, &query, &right, &answer))
    return;
  message_free(&query);
  message_free(&right);
  message_free(&answer);
}

/* One case. False if the student's code gave no answer. */
static bool compare_case(grader *g, const comparison *c, size_t i,
                         findings *found) {
  message query, answer, right;
  bool far = i >= found->far_from;
  message_begin(&query, c->function);
  c->make_case(&g->rng, i, &query);
  message_begin(&right, "answer");
  c->right(&query, &right);
  if (!grader_ask(g, &query, &answer)) {
    keep_case(g, &query, &right);
    message_free(&query);
    message_free(&right);
    return false;
  }
  take_note(g, c, found, far, query, right, answer);
  return true;
}

static const misconception differences[] = {
    {"finite-differences", NULL, "sec:gradcheck",
     "Your slopes are right to some digits, and what is left over is the "
     "error of finite differences. They are how a gradient is checked. Here "
     "it is to be derived: a formula, exact up to rounding, without the "
     "loss at two places."},
    {"complex-step", NULL, "sec:gradcheck",
     "A step along the imaginary axis gives slopes to the last bit without "
     "any derivation. Here they are to be derived: a formula in real "
     "numbers. Take the complex numbers out of the file."},
    {0},
};

/* Only with real numbers can a slope not be measured exactly. */
static void refuse_complex(grader *g) {
  if (!g->complex) return;
  grader_fail(g, "There are complex numbers in %s.", g->complex);
  grader_name(g, &differences[1]);
}

/* Slopes that are nearly right everywhere were measured. */
static bool judge_derivation(grader *g, findings *found) {
  if (!found->measured) return false;
  bool measured = !found->rough;
  if (measured && !g->failed) {
    say_difference(g, &found->query, &found->right, &found->answer,
                   &found->right.fields[0], 0);
    keep_case(g, &found->query, &found->right);
    memcpy(g->printed, found->printed, sizeof g->printed);
  }
  if (measured) grader_name(g, differences);
  message_free(&found->query);
  message_free(&found->right);
  message_free(&found->answer);
  return measured;
}

/* Where a smaller case is looked for, others are asked after one that was
 * not answered. */
static bool goes_on(grader *g, size_t i) {
  enum { CASES = 40 }; /* each may need a new start */
  g->quiet = true;
  if (!g->wants_case || g->timed_out || i >= CASES) return false;
  stop(g);
  return start(g);
}

static void compare_all(grader *g, const comparison *c, findings *found) {
  grader_knows(g, c->known);
  if (found->derived) grader_knows(g, differences);
  if (found->derived && !g->listing) refuse_complex(g);
  if (g->listing || g->failed) return;
  for (size_t k = 0; k < KNOWN_MAX; k++) found->explains[k] = true;
  for (size_t k = 0; c->known && c->known[k].id; k++) assert(k < KNOWN_MAX);

  bool answered = true, on = true;
  for (size_t i = 0; i < c->cases && on; i++)
    if (!compare_case(g, c, i, found)) {
      answered = false;
      on = goes_on(g, i);
    }
  if (judge_derivation(g, found) || !g->failed || !answered) return;
  for (size_t k = 0; c->known && c->known[k].id; k++)
    if (found->explains[k]) {
      grader_name(g, &c->known[k]);
      return;
    }
  if (found->slopes) say_ratio(g, &found->factor);
}

void grader_compare(grader *g, const comparison *c) {
  compare_all(g, c, &(findings){0});
}

void grader_compare_gradient(grader *g, const comparison *c) {
  compare_all(g, c, &(findings){.slopes = true});
}

void grader_compare_derived(grader *g, const comparison *c,
                            size_t far_from) {
  compare_all(g, c, &(findings){.derived = true, .far_from = far_from});
}

void grader_compare_derived_gradient(grader *g, const comparison *c,
                                     size_t far_from) {
  compare_all(
      g, c,
      &(findings){.slopes = true, .derived = true, .far_from = far_from});
}

double *answer_copy(message *answer, const message *query,
                    const char *name) {
  return message_add(answer, name, message_values(query, name),
                     message_count(query, name));
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

void grader_part(grader *g, const char *id, int points, const char *title,
                 const char *depends_on, void (*check)(grader *g)) {
  if (g->listing) {
    check(g);
    return;
  }
  g->points += points;
  printf("part\t%s\t%d\t%s\n", id, points, title);
  size_t length;
  const char *first = not_passed(g, depends_on, &length);
  if (first) {
    say("Not tried yet: it builds on '%.*s', which has to work first.",
        (int)length, first);
    printf("skip\t%s\n", id);
    return;
  }

  g->failed = false;
  g->asked = false;
  g->rng = nn_rng_seeded(g->seed);
  g->quiet = false;
  if (start(g)) check(g);
  if (g->failed) {
    stop(g);
    say_printed(g->printed, g->asked);
    say_case(g);
    forget_case(&g->kept);
    printf("fail\t%s\n", id);
    return;
  }
  process_forget_said(&g->student);
  printf("pass\t%s\n", id);
  assert(g->passed_count < PARTS_MAX);
  g->passed[g->passed_count++] = id;
  g->earned += points;
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

grader *grader_begin(int argc, char **argv) {
  static grader g;
  g = (grader){.seed = 1};
  if (argc == 2 && strcmp(argv[1], "--misconceptions") == 0) {
    g.listing = true;
    return &g;
  }
  if (argc < 7 || strcmp(argv[3], "--sandbox") != 0 ||
      !sandbox_find(argv[4], &g.sandbox) ||
      strcmp(argv[5], "--seed") != 0 || !take_options(&g, argv + 7)) {
    fprintf(stderr,
            "usage: %s PROGRAM TWIN --sandbox LEVEL --seed N "
            "[--complex WHERE] [--case]\n"
            "       %s --misconceptions\n",
            argv[0], argv[0]);
    exit(2);
  }
  g.driver = argv[1];
  g.twin = argv[2];
  g.seed = strtoull(argv[6], NULL, 10);
  printf("seed\t%llu\n", g.seed);
  return &g;
}

int grader_end(grader *g) {
  stop(g);
  free(g->line);
  if (!g->listing) printf("end\t%d\t%d\n", g->earned, g->points);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    fprintf(stderr, "could not write the report: %s\n", strerror(errno));
    return 2;
  }
  return 0;
}
