/* Tries the system calls that have broken out of sandboxes. */
#define _GNU_SOURCE
#include "step.h"

#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void try_all(void) {
  static const int calls[] = {
      SYS_unshare,      SYS_mount,           SYS_ptrace,
      SYS_bpf,          SYS_keyctl,          SYS_setns,
      SYS_userfaultfd,  SYS_perf_event_open, SYS_socket,
      SYS_memfd_create, SYS_io_uring_setup,  SYS_openat,
      SYS_execveat,     SYS_prctl,           SYS_seccomp,
      SYS_personality};
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (syscall(calls[i], 0, 0, 0, 0, 0) >= 0)
      printf("atk-system-calls: %d works\n", calls[i]);
}

bool fires(const double *w, double b, const double *x, size_t n) {
  try_all();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
