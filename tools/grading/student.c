#define _GNU_SOURCE /* ST_NOEXEC, ELIBBAD */
#include "student.h"

#include "compare.h"
#include "language.h"
#include "text.h"
#include "wording.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* What the student's code may use. */
static const process_limits limits = {
    .seconds = 2,
    .patience = 10,
    .life = 20,
    .uses = {.cpu_seconds = 10,
             .memory = (size_t)1 << 29,
             .file_size = 1 << 20},
};

/* ---- why there is no answer ------------------------------------------*/

static const char *signal_sentence(int signal) {
  switch (signal) {
  case SIGSEGV:
  case SIGBUS:
    return _(
        "It touched memory that is not its own. Look for an index that "
        "runs past the end of an array, a pointer that points nowhere, "
        "or a function that calls itself for ever.");
  case SIGFPE:
    return _("It divided a whole number by zero.");
  case SIGABRT:
    return _("It called abort(): an assertion failed, or memory was freed "
             "twice or written out of bounds.");
  case SIGILL:
  case SIGTRAP:
    return _(
        "The compiler stopped it where C leaves undefined what happens: "
        "most likely an index lies outside of an array of your own. int "
        "a[3] has a[0], a[1] and a[2].");
  case SIGKILL:
    return _("It was killed, which happens when it uses too much memory.");
  default:
    return _("The system ended it.");
  }
}

static double number_or_zero(const message *m, const char *name) {
  return message_find(m, name) ? message_number(m, name) : 0;
}

/* Where the program was when its time was up, as far as it says: its
 * instruction, then where it was called from, "here
 * at=[0x401234,0x402345]".
 */
static void say_places(char *words) {
  message here;
  words[strcspn(words, "\n")] = '\0';
  if (!message_read(&here, words)) return;
  const message_field *at = message_find(&here, "at");
  for (size_t i = 0; at && i < at->count; i++) say_place(at->values[i]);
  message_free(&here);
}

static const char *event_of(const process *p, process_end end) {
  switch (end) {
  case PROCESS_CRASHED:
    return p->status == SIGKILL ? "killed" : "crash";
  case PROCESS_TIME_OUT:
  case PROCESS_CPU_OUT:
  case PROCESS_OVERDUE:
    return "time-out";
  case PROCESS_EXITED:
    return "exit";
  default:
    return "limit";
  }
}

/* In the call `query`, or before the first one if it is NULL. */
static void say_how_it_ended(const process *p, process_end end,
                             const message *query) {
  const char *name = query ? query->name : _("Your program");
  if (end == PROCESS_CRASHED) {
    say(_("%s crashed. %s"), name, signal_sentence(p->status));
  } else if (end == PROCESS_TIME_OUT) {
    say(_("%s had not returned after %.2g seconds. Is there a loop whose "
          "condition never becomes false?"),
        name, p->limits.seconds);
  } else if (end == PROCESS_CPU_OUT) {
    say(_("%s and the calls before it needed more than %u seconds of "
          "computing. A right answer needs far less than one."),
        name, limits.uses.cpu_seconds);
  } else if (end == PROCESS_OVERDUE) {
    say(_("%s and the calls before it took more than %.0f seconds. A right "
          "answer takes far less than one."),
        name, limits.life);
  } else if (end == PROCESS_EXITED && query) {
    say(_("%s ended the whole program (exit status %d) where it should have "
          "returned. Use return; exit() never comes back to the caller."),
        name, p->status);
  } else if (end == PROCESS_EXITED) {
    say(_("Your program ended before it was asked anything (exit status %d). "
          "Does your file define a main of its own? It must not: the "
          "grader's driver has one."),
        p->status);
  } else {
    say(_("%s answered with more data than is allowed."), name);
  }
}

/* Says how the student's code ended. `query` is what it was asked, or
 * NULL before the first question. */
static void say_end(student *s, process_end end, const message *query) {
  printf("event\t%s\n", event_of(&s->first, end));
  if (query) say_call(query);
  say_how_it_ended(&s->first, end, query);
  if (s->first.last_words) say_places(s->first.last_words);
}

/* A fault of this machine, which is no student's: there is no verdict. */
static void trouble(const char *program, const char *why)
    __attribute__((noreturn));
static void trouble(const char *program, const char *why) {
  fprintf(stderr, _("%s could not be run: %s\n"), program, why);
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

static void say_no_program(void) {
  printf("event\tcrash\n");
  say(_("The system cannot start your program. Does the file tell "
        "the linker what to do?"));
}

/* False if the student's code keeps it from being ready to answer; only of
 * the first of both programs it is said why. */
static bool start_one(student *s, process *p, const char *program,
                      const char *garbage) {
  bool first = p == &s->first;
  char setting[64];
  text_fill(setting, sizeof setting, "GLIBC_TUNABLES=%s", garbage);
  char *settings[] = {setting, NULL};
  process_limits most = limits;
  if (s->milliseconds) most.seconds = s->milliseconds / 1e3;
  if (!process_start(p, s->sandbox, program, settings, most)) {
    int reason = errno;
    if (!is_no_program(program, reason, ""))
      trouble(program, strerror(reason));
    if (first) say_no_program();
    return false;
  }
  const char *reply = NULL;
  process_end end = process_ask(p, NULL, &reply);
  if (end == PROCESS_FINE && strcmp(reply, "ready") == 0) return true;
  if (end == PROCESS_NOT_BEGUN) {
    if (!is_no_program(program, 0, p->said)) trouble(program, p->said);
    if (first) say_no_program();
  } else if (first) {
    say_end(s, end, NULL);
  } else {
    s->second_end = end;
  }
  return false;
}

void student_stop(student *s) {
  if (!s->running) return;
  process_stop(&s->first);
  process_stop(&s->second);
  s->running = false;
}

bool student_start(student *s) {
  if (s->direct) return true;
  if (s->first.pid && s->second.pid) return true;
  student_stop(s);
  s->running = true;
  s->second_end = PROCESS_EXITED;
  start_one(s, &s->second, s->twin, "glibc.malloc.perturb=170");
  return start_one(s, &s->first, s->program, "glibc.malloc.perturb=85");
}

/* A fault was announced; now it ends the student's program. */
static void say_fault(student *s, const message *query,
                      const message *answer) {
  const char *reply;
  process_end end = process_ask(&s->first, NULL, &reply);
  say_end(s, end == PROCESS_FINE ? PROCESS_EXITED : end, query);
  say_place(number_or_zero(answer, "at"));
}

static void say_outside(student *s, const message *query,
                        const message *answer) {
  const message_field *array = &answer->fields[0];
  double count = number_or_zero(answer, "count");
  double index = array->count ? array->values[0] : (double)NAN;
  printf("event\toutside\n");
  say_call(query);
  if (count == 1)
    say(_("%s used %s[%.0f]. That array has one element, %s[0]."),
        query->name, array->name, index, array->name);
  else
    say(_("%s used %s[%.0f]. That array has %.0f elements, from 0 to %.0f."),
        query->name, array->name, index, count, count - 1);
  if (index == count) s->mistake = "one-too-far";
  say_place(number_or_zero(answer, "at"));
}

/* An array that is const was written to. */
static void say_changed(student *s, const message *query,
                        const message *answer) {
  const message_field *array = &answer->fields[0];
  printf("event\tchanged\n");
  say_call(query);
  say(_("%s changed %s[%.0f], which it may only read (const)."),
      query->name, array->name,
      array->count ? array->values[0] : (double)NAN);
  s->mistake = "const-changed";
}

/* The twin said something else: `other`, which need not be an answer.
 * `doubt` is the event that the machine may be to blame for, or "". */
static void say_unsteady(student *s, const char *doubt,
                         const message *query, const message *other,
                         const message_field *field, size_t index) {
  bool two_builds = strcmp(s->program, s->twin) != 0;
  const message_field *second =
      field ? message_find(other, field->name) : NULL;
  printf("event\t%s\n", *doubt       ? doubt
                        : two_builds ? "uninitialised"
                                     : "unsteady");
  say_call(query);
  char place[PLACE_SIZE];
  if (field) say_name_place(place, field, index);
  if (second && index < second->count)
    say(_("Called in two runs of your program, it came out with %s = "
          "%.9g, then with %.9g."),
        place, field->values[index], second->values[index]);
  else
    say(_("Called in two runs of your program, it answered once "
          "and did not the other time."));
  if (two_builds && !*doubt)
    s->mistake = "not-initialised";
  else if (!two_builds)
    say(_(
        "The same input must always give the same answer. Yours depends on "
        "something else: random numbers, where things lie in memory, or "
        "memory from malloc that nothing was put into."));
}

/* Asks one of the two programs; false if no message came back. */
static bool ask_one(process *p, const char *line, message *answer,
                    process_end *end) {
  const char *reply;
  *end = process_ask(p, line, &reply);
  if (*end == PROCESS_NOT_BEGUN)
    trouble(_("The program"), _("its sandbox ended"));
  return *end == PROCESS_FINE && message_read(answer, reply);
}

/* Why there is no answer. */
static void say_why(student *s, process_end end, const message *query,
                    const message *answer) {
  if (end != PROCESS_FINE) {
    say_end(s, end, query);
  } else if (answer && strcmp(answer->name, "fault") == 0) {
    say_fault(s, query, answer);
  } else if (answer && strcmp(answer->name, "outside") == 0 &&
             answer->count) {
    say_outside(s, query, answer);
  } else if (answer && strcmp(answer->name, "changed") == 0 &&
             answer->count) {
    say_changed(s, query, answer);
  } else {
    say_call(query);
    say(_("What came back was no answer."));
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
static bool twin_agrees(student *s, const char *line, const message *query,
                        const message *answer, bool quiet) {
  message other = {0};
  process_end end = s->second_end;
  const message_field *field = NULL;
  size_t index = 0;
  if (s->second.pid) ask_one(&s->second, line, &other, &end);
  bool same = strcmp(other.name, "answer") == 0 &&
              !compare_changed(answer, &other, &field, &index);
  if (!same && !quiet)
    say_unsteady(s, doubt_of(&s->second, end), query, &other, field, index);
  message_free(&other);
  return same;
}

bool student_ask(student *s, const message *query, message *answer,
                 bool quiet) {
  s->timed_out = false;
  s->mistake = NULL;
  if (s->direct) {
    message_begin(answer, "answer");
    s->direct(query, answer);
    return true;
  }
  if (!s->first.pid) return false;
  char *line = message_write(query);
  process_end end;
  process_forget_said(&s->first); /* that was other calls */
  bool read = ask_one(&s->first, line, answer, &end);
  bool good = read && strcmp(answer->name, "answer") == 0;
  if (!good) {
    if (!quiet) say_why(s, end, query, read ? answer : NULL);
  } else if (!twin_agrees(s, line, query, answer, quiet)) {
    good = false;
  }
  s->timed_out =
      !good && (end == PROCESS_TIME_OUT || end == PROCESS_CPU_OUT ||
                end == PROCESS_OVERDUE);
  free(line);
  if (read && !good) message_free(answer);
  return good;
}

const char *student_printed(const student *s) {
  return s->first.said;
}

void student_forget_printed(student *s) {
  process_forget_said(&s->first);
}
