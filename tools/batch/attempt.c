#define _DEFAULT_SOURCE /* sigaltstack */
#include "attempt.h"

#include "compare.h"
#include "fail.h"
#include "file.h"
#include "grader.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* For one call, which takes right answers hundredths of that, and for all
 * of them as a student's program has. */
enum { CALL_MILLISECONDS = 250, ALL_SECONDS = 10 };

/* ---- in the child ----------------------------------------------------*/

static const attempt_code *first, *second;
static volatile sig_atomic_t is_called; /* one of the two, now */

/* Memory that was never set holds what it does in a student's program. */
static void fill_memory(int garbage) {
#ifdef __GLIBC__
  mallopt(M_PERTURB, garbage);
#else
  (void)garbage;
#endif
}

/* Gives a call so much time to compute; with 0, no limit. */
static void set_clock(int milliseconds) {
  struct itimerval clock = {.it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_VIRTUAL, &clock, NULL);
}

static void out_of_time(int signal_number) {
  (void)signal_number;
  _exit(ATTEMPT_LOST);
}

static void answer_one(const attempt_code *one, int garbage,
                       const message *query, message *answer) {
  fill_memory(garbage);
  set_clock(CALL_MILLISECONDS);
  is_called = 1;
  one->answer(query, answer);
  is_called = 0;
  set_clock(0);
  fill_memory(0);
}

static void answer_both(const message *query, message *answer) {
  message other;
  const message_field *field;
  size_t index;
  answer_one(first, 85, query, answer);
  message_begin(&other, "answer");
  answer_one(second, 170, query, &other);
  if (compare_changed(answer, &other, &field, &index))
    _exit(ATTEMPT_UNSTEADY);
  message_free(&other);
}

/* What crashes when it is called loses points. What only crashes later may
 * have spoilt this program, and not one of its own. */
static void caught(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  if (is_called || first->is_behind(info->si_addr) ||
      second->is_behind(info->si_addr))
    _exit(ATTEMPT_LOST);
  signal(signal_number, SIG_DFL);
}

/* On a stack of its own, since the other may be used up. */
static void catch_signals(void) {
  enum { STACK = 1 << 16 };
  static char room[STACK];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  struct sigaction catching = {.sa_sigaction = caught,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaltstack(&stack, NULL);
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
    sigaction(fatal[i], &catching, NULL);
  signal(SIGVTALRM, out_of_time);
}

static void limit(void) {
  const rlim_t seconds = ALL_SECONDS, memory = (rlim_t)1 << 30;
  setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, seconds});
  setrlimit(RLIMIT_AS, &(struct rlimit){memory, memory});
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
}

static void be_child(const exercise *e, unsigned long long seed, int to)
    __attribute__((noreturn));
static void be_child(const exercise *e, unsigned long long seed, int to) {
  /* What the C library says of memory that an answer has spoilt. */
  int nowhere = open("/dev/null", O_WRONLY);
  if (dup2(to, STDOUT_FILENO) < 0 || dup2(nowhere, STDERR_FILENO) < 0)
    _exit(1);
  limit();
  catch_signals();
  grader_run(e, &(grader_request){.direct = answer_both, .seed = seed});
  fflush(stdout);
  _exit(ATTEMPT_DONE);
}

/* ---- in the parent ---------------------------------------------------*/

/* All that comes from a pipe, to be freed. */
static char *read_all(int from) {
  FILE *stream = fdopen(from, "r");
  char *text = stream ? file_read_stream(stream) : NULL;
  if (!text) fail("a report cannot be read");
  fclose(stream);
  return text;
}

batch_end attempt_grade(const attempt_code both[2], const exercise *e,
                        unsigned long long seed, char **report) {
  int ends[2], status = 0;
  first = &both[0];
  second = &both[1];
  *report = NULL;
  fflush(stdout);
  if (pipe(ends) != 0) return BATCH_UNKNOWN;
  pid_t child = fork();
  if (child == 0) be_child(e, seed, ends[1]);
  close(ends[1]);
  char *said = read_all(ends[0]);
  if (child > 0) waitpid(child, &status, 0);
  int end = child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  if (end == ATTEMPT_DONE) *report = said;
  if (end != ATTEMPT_DONE) free(said);
  return end == ATTEMPT_DONE   ? BATCH_GRADED
         : end == ATTEMPT_LOST ? BATCH_LOST
                               : BATCH_UNKNOWN;
}

/* ---- all exercises ---------------------------------------------------*/

#define EXERCISE(name) extern const exercise name;
#include "graders.inc"
#undef EXERCISE

const exercise *attempt_exercise(const char *slug) {
  static const exercise *const all[] = {
#define EXERCISE(name) &name,
#include "graders.inc"
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (strcmp(all[i]->slug, slug) == 0) return all[i];
  fail("there is no grader of %s", slug);
}
