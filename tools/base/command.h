/* command: other programs, started and waited for. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

/* What a command came to, where it is no exit status. */
enum { COMMAND_KILLED = -1, COMMAND_TIME_OUT = -2, COMMAND_MISSING = 127 };

/* Runs argv with no input and its output in the file `to`. Returns the exit
 * status, COMMAND_KILLED if a signal ended it, COMMAND_TIME_OUT after so
 * many seconds or on Ctrl-C, COMMAND_MISSING if it could not be started. */
int command_run(const char *const argv[], const char *to, double seconds);

/* The same for whatever program `become` turns the child process into; the
 * output is appended to `to`. */
int command_run_child(void (*become)(const void *context),
                      const void *context, const char *to, double seconds);

/* A program whose output is read while it runs. It ends with us, and
 * inherits what is open, such as a lock. */
typedef struct {
  FILE *output;
  pid_t pid;
} command_pipe;

/* Starts argv; its errors are shown unless `quiet`. False, with errno, if
 * there can be no process; a program that is missing ends with
 * COMMAND_MISSING. */
bool command_open(command_pipe *p, const char *const argv[], bool quiet);

/* Waits for its end. Returns the exit status, or 128 + the signal. */
int command_close(command_pipe *p);

/* All that argv prints, to be freed; NULL if it fails. */
char *command_output(const char *const argv[]);

/* Waits for a child however long it runs. Returns its exit status, or 128 +
 * the signal that ended it; COMMAND_MISSING if fork had failed (-1). */
int command_wait(pid_t pid);

/* In a child: closes what is open from this descriptor on. */
void command_close_from(int first);

#endif
