/* calls: which system calls a process has left (seccomp). */
#ifndef CALLS_H
#define CALLS_H

#include <stdbool.h>

/* What there is a filter for. */
typedef enum {
  CALLS_TO_COMPUTE, /* what computing takes, and writing to what is open */
  CALLS_TO_COMPILE  /* all but those that a compiler never makes */
} calls_kind;

/* The descriptor of the program that calls_apply leaves a way to. */
enum { CALLS_PROGRAM = 9 };

/* A file with the filter, as bubblewrap wants it; -1, with errno, if it
 * cannot be had. Starting a program is allowed: in bubblewrap's own world
 * there is none but the one. */
int calls_file(calls_kind calls);

/* Puts the filter on this process, for good. Of CALLS_TO_COMPUTE the only
 * way to another program is execveat on CALLS_PROGRAM, which should close
 * on the way. False, with errno, if it cannot be done. */
bool calls_apply(calls_kind calls);

#endif
