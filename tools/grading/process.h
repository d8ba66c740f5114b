/* process: a program that is started, talked to and never trusted. */
#ifndef PROCESS_H
#define PROCESS_H

#include "sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* How a process, or one conversation with it, ended. */
typedef enum {
  PROCESS_FINE,
  PROCESS_EXITED,   /* it ended by itself; `status` is its exit status */
  PROCESS_CRASHED,  /* a signal ended it; `status` is the signal */
  PROCESS_TIME_OUT, /* it did not answer in time */
  PROCESS_CPU_OUT,  /* it used up its computing time */
  PROCESS_OVERDUE,  /* all its answers took too long together */
  PROCESS_TOO_LONG, /* a line longer than allowed */
  PROCESS_NOT_BEGUN /* the sandbox ended before the program had begun: the
                       machine's fault, and no word of it is the program's
                     */
} process_end;

typedef struct {
  double seconds;      /* of computing or waiting for one answer; */
  double patience;     /* wall time, where the machine is busy; */
  double life;         /* wall time for all answers of the process; time in
                          which we were stopped ourselves is not counted */
  sandbox_limits uses; /* what the whole process may use */
} process_limits;

enum { PROCESS_SAID = 4096 };

typedef struct {
  pid_t pid;                   /* 0: not running */
  int to, from, output, begun; /* begun: what bubblewrap tells */
  int status;
  sandbox_level level;
  double started, looked, missed; /* on our clock, see process.c */
  process_limits limits;
  char *line;       /* what has come in */
  char *last_words; /* what it sent when its time was up, or NULL */
  size_t line_length, line_size;
  char said[PROCESS_SAID]; /* the beginning of what it printed */
  size_t said_length;
} process;

/* Starts the program at `path`, in a sandbox of this level, with an
 * environment of `settings` ("NAME=value", NULL ends them). Descriptor 3
 * is its input, 4 its output; standard input is empty, what it prints on
 * the other two is kept in `said`. False, with errno, if it cannot be
 * started; there is nothing to stop then. */
bool process_start(process *p, sandbox_level level, const char *path,
                   char *const settings[], process_limits limits);

/* Sends a line and waits for one in return; the reply is without its
 * '\n' and lives until the next call. `line` may be NULL: only wait. */
process_end process_ask(process *p, const char *line, const char **reply);

/* What was printed so far is of no interest any more. */
void process_forget_said(process *p);

/* Ends the process and all that it started, and frees what it had, all
 * but `said`. */
void process_stop(process *p);

#endif
