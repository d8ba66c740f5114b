#include "process.h"

#include "../../../lib/tests/check.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const process_limits limits = {
    .seconds = 1,
    .patience = 1.5,
    .life = 30,
    .uses = {.cpu_seconds = 2, .file_size = 4096}};

static char *no_settings[] = {NULL};
static char script_path[] = "/tmp/course-test-XXXXXX";

/* Starts a script of the shell. Without a sandbox: that keeps nobody from
 * a shell, and here it is the conversation that is tested. */
static void start_shell(process *p, const char *script,
                        process_limits most) {
  FILE *file = fopen(script_path, "w");
  assert_non_null(file);
  fprintf(file, "#!/bin/sh\n%s\n", script);
  assert_int_equal(fclose(file), 0);
  assert_true(
      process_start(p, SANDBOX_LIMITS, script_path, no_settings, most));
}

static process_end ask_shell(process *p, const char *script,
                             const char *line, const char **reply) {
  start_shell(p, script, limits);
  return process_ask(p, line, reply);
}

static void answers_line_by_line(void **state) {
  (void)state;
  process p;
  const char *reply;
  process_end end = ask_shell(
      &p, "echo hello; while read -r x <&3; do echo got $x >&4; done",
      "one\n", &reply);
  assert_int_equal(end, PROCESS_FINE);
  assert_string_equal(reply, "got one");
  assert_int_equal(process_ask(&p, "two\n", &reply), PROCESS_FINE);
  assert_string_equal(reply, "got two");
  assert_string_equal(p.said, "hello\n");
  process_stop(&p);
}

static void tells_how_it_ended(void **state) {
  (void)state;
  static const struct {
    char *script;
    process_end end;
    int status;
  } cases[] = {
      {"exit 3", PROCESS_EXITED, 3},
      {"kill -SEGV $$", PROCESS_CRASHED, SIGSEGV},
      {"exec sleep 5", PROCESS_TIME_OUT, 0},
      {"exec 3<&- 4>&-; exec sleep 5", PROCESS_TIME_OUT, 0},
      {"while :; do echo noise; done", PROCESS_TIME_OUT, 0},
      {"while :; do printf xxxxxxxxxxxxxxxxxxxxxxxxxxxx >&4; done",
       PROCESS_TIME_OUT, 0},
      {"exec head -c 9000000 /dev/zero >&4", PROCESS_TOO_LONG, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    process p;
    const char *reply;
    process_end end = ask_shell(&p, cases[i].script, NULL, &reply);
    if (i == 5)
      assert_true(end == PROCESS_TIME_OUT || end == PROCESS_TOO_LONG);
    else
      assert_int_equal(end, cases[i].end);
    if (cases[i].status) assert_int_equal(p.status, cases[i].status);
    process_stop(&p);
  }
}

/* Who stops itself waits like one who sleeps, and gets no more time. */
static void a_stopped_process_has_no_patience(void **state) {
  (void)state;
  process p;
  const char *reply;
  process_limits patient = limits;
  patient.patience = 20;
  time_t began = time(NULL);
  start_shell(&p, "kill -STOP $$", patient);
  assert_int_equal(process_ask(&p, NULL, &reply), PROCESS_TIME_OUT);
  assert_true(time(NULL) - began < 10);
  process_stop(&p);
}

/* Who is out of time is asked for a last word, and need not have one. */
static void hears_last_words(void **state) {
  (void)state;
  process p;
  const char *reply;
  start_shell(&p, "trap 'echo here >&4' PROF; while :; do :; done", limits);
  assert_int_equal(process_ask(&p, NULL, &reply), PROCESS_TIME_OUT);
  assert_non_null(p.last_words);
  assert_string_equal(p.last_words, "here\n");
  process_stop(&p);
  start_shell(&p, "trap '' PROF; while :; do :; done", limits);
  assert_int_equal(process_ask(&p, NULL, &reply), PROCESS_TIME_OUT);
  assert_null(p.last_words);
  process_stop(&p);
}

static void survives_a_deaf_process(void **state) {
  (void)state;
  static char line[1 << 20];
  process p;
  const char *reply;
  memset(line, 'x', sizeof line - 2);
  line[sizeof line - 2] = '\n';
  assert_int_equal(ask_shell(&p, "exec sleep 5", line, &reply),
                   PROCESS_TIME_OUT);
  process_stop(&p);
}

static void says_that_it_cannot_start(void **state) {
  (void)state;
  process p;
  assert_false(process_start(&p, SANDBOX_LIMITS, "/no/such/program",
                             no_settings, limits));
  assert_int_equal(errno, ENOENT);
}

/* What a process starts and leaves behind ends with it. Only root may
 * start anything in there. */
static void ends_the_whole_group(void **state) {
  (void)state;
  if (getuid() != 0) skip();
  process p;
  const char *reply;
  assert_int_equal(
      ask_shell(&p, "sleep 100 & echo $! >&4; exit 0", NULL, &reply),
      PROCESS_FINE);
  pid_t left = (pid_t)strtol(reply, NULL, 10);
  assert_true(left > 0);
  process_stop(&p);
  for (int i = 0; i < 100 && kill(left, 0) == 0; i++)
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
  char path[64], text[256] = "";
  snprintf(path, sizeof path, "/proc/%d/stat", (int)left);
  FILE *stat = fopen(path, "r"); /* a zombie may wait for its new parent */
  if (stat) {
    assert_true(fgets(text, sizeof text, stat) != NULL);
    fclose(stat);
    assert_non_null(strstr(text, ") Z"));
  }
}

static void out_of_computing_time(void **state) {
  (void)state;
  process p;
  const char *reply;
  process_limits patient = limits;
  patient.seconds = patient.patience = 20;
  patient.uses.cpu_seconds = 1;
  start_shell(&p, "while :; do :; done", patient);
  assert_int_equal(process_ask(&p, NULL, &reply), PROCESS_CPU_OUT);
  process_stop(&p);
}

/* Each answer in time, all of them together not. */
static void all_answers_take_too_long(void **state) {
  (void)state;
  process p;
  const char *reply;
  process_limits short_life = limits;
  short_life.life = 0.5;
  start_shell(&p, "while read -r x <&3; do echo $x >&4; done", short_life);
  process_end end = PROCESS_FINE;
  for (int i = 0; i < 40 && end == PROCESS_FINE; i++) {
    nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
    end = process_ask(&p, "again\n", &reply);
  }
  assert_int_equal(end, PROCESS_OVERDUE);
  process_stop(&p);
}

/* Ctrl-Z, or a container that is paused: what came in counts all the same.
 * Somebody else asks, who can be stopped. */
static void time_stands_still_while_we_are_stopped(void **state) {
  (void)state;
  pid_t asking = fork();
  if (asking == 0) {
    process p;
    const char *reply;
    start_shell(&p, "sleep 0.3; echo hello >&4; sleep 9", limits);
    _exit((int)process_ask(&p, NULL, &reply));
  }
  assert_true(asking > 0);
  nanosleep(&(struct timespec){.tv_nsec = 150000000}, NULL);
  kill(asking, SIGSTOP);
  nanosleep(&(struct timespec){.tv_sec = 2}, NULL);
  kill(asking, SIGCONT);
  int status = 0;
  assert_int_equal(waitpid(asking, &status, 0), asking);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), PROCESS_FINE);
}

/* A sandbox that cannot be made is not the program's fault. */
static void tells_a_sandbox_from_a_program(void **state) {
  (void)state;
  if (sandbox_best(SANDBOX_BUBBLEWRAP, NULL) != SANDBOX_BUBBLEWRAP) skip();
  process p;
  const char *reply;
  assert_true(process_start(&p, SANDBOX_BUBBLEWRAP, "/no/such/program",
                            no_settings, limits));
  assert_int_equal(process_ask(&p, NULL, &reply), PROCESS_NOT_BEGUN);
  assert_non_null(strstr(p.said, "/no/such/program"));
  process_stop(&p);
}

static void hears_no_more_than_it_keeps(void **state) {
  (void)state;
  process p;
  const char *reply;
  ask_shell(&p, "exec head -c 100000 /dev/zero", NULL, &reply);
  assert_true(p.said_length < sizeof p.said);
  process_stop(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(answers_line_by_line),
      cmocka_unit_test(tells_how_it_ended),
      cmocka_unit_test(hears_last_words),
      cmocka_unit_test(survives_a_deaf_process),
      cmocka_unit_test(a_stopped_process_has_no_patience),
      cmocka_unit_test(says_that_it_cannot_start),
      cmocka_unit_test(ends_the_whole_group),
      cmocka_unit_test(out_of_computing_time),
      cmocka_unit_test(all_answers_take_too_long),
      cmocka_unit_test(time_stands_still_while_we_are_stopped),
      cmocka_unit_test(tells_a_sandbox_from_a_program),
      cmocka_unit_test(hears_no_more_than_it_keeps),
  };
  int file = mkstemp(script_path);
  if (file < 0 || fchmod(file, 0700) != 0) return 2;
  close(file);
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  unlink(script_path);
  return failed;
}
