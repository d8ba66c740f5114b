#define _GNU_SOURCE /* memfd_create, AT_EMPTY_PATH */
#include "seccomp_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#if HAVE_SECCOMP
#include <seccomp.h>
#include <sys/ioctl.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What a program linked statically needs that computes, allocates memory,
 * reads and writes what is open, catches faults and ends. All but these
 * fail with EPERM: opening files, starting processes, sockets, signals to
 * others, waiting, raising limits. */
static const char *const computing[] = {"read",
                                        "write",
                                        "readv",
                                        "writev",
                                        "lseek",
                                        "close",

                                        "fstat",

                                        "brk",
                                        "mmap",
                                        "munmap",
                                        "mprotect",
                                        "mremap",
                                        "madvise",
                                        "exit",
                                        "exit_group",
                                        "rt_sigaction",
                                        "rt_sigprocmask",
                                        "rt_sigreturn",
                                        "sigaltstack",
                                        "getpid",
                                        "gettid",
                                        "getuid",
                                        "geteuid",
                                        "getgid",
                                        "getegid",
                                        "arch_prctl",
                                        "rseq",
                                        "set_tid_address",
                                        "set_robust_list",
                                        "futex",
                                        "getrandom",
                                        "clock_gettime",
                                        "clock_getres",
                                        "gettimeofday",
                                        "time",
                                        "times",
                                        "getrusage",

                                        "sched_yield",
                                        "sched_getaffinity"};

/* What no compiler does. */
static const char *const never_compiling[] = {"socket",
                                              "socketpair",
                                              "connect",
                                              "bind",
                                              "ptrace",
                                              "process_vm_readv",
                                              "process_vm_writev",
                                              "mount",
                                              "umount2",
                                              "pivot_root",
                                              "chroot",
                                              "unshare",
                                              "setns",
                                              "open_by_handle_at",
                                              "bpf",
                                              "perf_event_open",
                                              "userfaultfd",
                                              "io_uring_setup",
                                              "keyctl",
                                              "add_key",
                                              "request_key",
                                              "kexec_load",
                                              "kexec_file_load",
                                              "init_module",
                                              "finit_module",
                                              "delete_module",
                                              "reboot",
                                              "swapon",
                                              "swapoff",
                                              "setrlimit",
                                              "syslog",
                                              "acct",
                                              "quotactl",
                                              "move_mount",
                                              "open_tree",
                                              "fsopen",
                                              "fsmount",
                                              "mount_setattr",
                                              "pidfd_getfd",
                                              "memfd_secret"};

/* Calls that this machine's kernel does not have are left out. */
static int add_all(scmp_filter_ctx filter, uint32_t action,
                   const char *const names[], size_t count) {
  int status = 0;
  for (size_t i = 0; i < count && status == 0; i++) {
    int call = seccomp_syscall_resolve_name(names[i]);
    if (call != __NR_SCMP_ERROR)
      status = seccomp_rule_add(filter, action, call, 0);
    if (status == -EDOM) status = 0; /* not of this architecture */
  }
  return status;
}

/* Looking at descriptors is allowed; having signals sent by them is not.
 * Whether one is a terminal, stdio asks. */
static int add_descriptors(scmp_filter_ctx filter) {
  static const unsigned looking[] = {F_DUPFD, F_GETFD, F_SETFD, F_GETFL,
                                     F_DUPFD_CLOEXEC};
  int status = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
                                SCMP_A1(SCMP_CMP_EQ, TCGETS, 0));
  for (size_t i = 0; i < COUNT(looking) && status == 0; i++)
    status = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
                              SCMP_A1(SCMP_CMP_EQ, looking[i], 0));
  return status;
}

/* Reading limits is allowed, setting them is not. */
static int add_limits(scmp_filter_ctx filter) {
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1,
                          SCMP_A2(SCMP_CMP_EQ, 0, 0));
}

/* abort() and raise() send a signal to the process itself. */
static int add_own_signals(scmp_filter_ctx filter) {
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                          SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
}

/* What bubblewrap's first process does after the filter is on: it starts
 * the program and waits for it. In there is nobody else to signal. */
static const char *const bubblewraps_own[] = {"execve", "wait4", "tgkill"};

static int add_computing(scmp_filter_ctx filter, bool in_bubblewrap) {
  int status = add_all(filter, SCMP_ACT_ALLOW, computing, COUNT(computing));
  if (status == 0) status = add_descriptors(filter);
  if (status == 0) status = add_limits(filter);
  if (status != 0) return status;
  if (in_bubblewrap)
    return add_all(filter, SCMP_ACT_ALLOW, bubblewraps_own,
                   COUNT(bubblewraps_own));
  status = add_own_signals(filter);
  if (status != 0) return status;
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(execveat), 2,
                          SCMP_A0(SCMP_CMP_EQ, FILTER_PROGRAM, 0),
                          SCMP_A4(SCMP_CMP_EQ, AT_EMPTY_PATH, 0));
}

static scmp_filter_ctx filter_of(seccomp_filter_kind calls,
                                 bool in_bubblewrap) {
  bool computes = calls == FILTER_TO_COMPUTE;
  scmp_filter_ctx filter =
      seccomp_init(computes ? SCMP_ACT_ERRNO(EPERM) : SCMP_ACT_ALLOW);
  if (!filter) {
    errno = ENOMEM;
    return NULL;
  }
  int status = computes ? add_computing(filter, in_bubblewrap)
                        : add_all(filter, SCMP_ACT_ERRNO(EPERM),
                                  never_compiling, COUNT(never_compiling));
  if (status == 0) return filter;
  seccomp_release(filter);
  errno = -status;
  return NULL;
}

int seccomp_filter_file(seccomp_filter_kind calls) {
  scmp_filter_ctx filter = filter_of(calls, true);
  if (!filter) return -1;
  int file = memfd_create("seccomp", 0);
  int status = file < 0 ? -errno : seccomp_export_bpf(filter, file);
  seccomp_release(filter);
  if (status == 0 && lseek(file, 0, SEEK_SET) == 0) return file;
  if (file >= 0) close(file);
  errno = -status;
  return -1;
}

bool seccomp_filter_apply(seccomp_filter_kind calls) {
  scmp_filter_ctx filter = filter_of(calls, false);
  if (!filter) return false;
  int status = seccomp_load(filter); /* with no_new_privs */
  seccomp_release(filter);
  if (status < 0) errno = -status;
  return status == 0;
}

#else /* no libseccomp */

int seccomp_filter_file(seccomp_filter_kind calls) {
  (void)calls;
  errno = ENOSYS;
  return -1;
}

bool seccomp_filter_apply(seccomp_filter_kind calls) {
  (void)calls;
  errno = ENOSYS;
  return false;
}

#endif
