/* seccomp_filter: the system calls that a process may still make. */
#ifndef SECCOMP_FILTER_H
#define SECCOMP_FILTER_H

#include <stdbool.h>

/* What there is a filter for. */
typedef enum {
  FILTER_TO_COMPUTE, /* what computing takes, and writing to what is open */
  FILTER_TO_COMPILE  /* all but those that a compiler never makes */
} seccomp_filter_kind;

/* The descriptor of the program that seccomp_filter_apply leaves a way to.
 */
enum { FILTER_PROGRAM = 9 };

/* A file with the filter, as bubblewrap wants it; -1, with errno, if it
 * cannot be had. Starting a program is allowed: in bubblewrap's own world
 * there is none but the one. */
int seccomp_filter_file(seccomp_filter_kind calls);

/* Puts the filter on this process, for good. Of FILTER_TO_COMPUTE the only
 * way to another program is execveat on FILTER_PROGRAM, which should close
 * on the way. False, with errno, if it cannot be done. */
bool seccomp_filter_apply(seccomp_filter_kind calls);

#endif
