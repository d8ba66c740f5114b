#include "command.h"

#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* In the child: no input, and output in the file. */
static void connect(const char *to, int how) {
  int out = open(to, O_WRONLY | O_CREAT | O_NOFOLLOW | how, 0600);
  int nothing = open("/dev/null", O_RDONLY);
  if (out < 0 || nothing < 0) _exit(127);
  dup2(nothing, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  sandbox_close_from(STDERR_FILENO + 1);
}

/* Waits for the child, which is ended when its time is up. */
static int wait_for(pid_t pid, double seconds) {
  double end = now() + seconds;
  int status = 0;
  if (pid < 0) return 127;
  for (;;) {
    pid_t got = waitpid(pid, &status, WNOHANG);
    if (got == pid) break;
    if (got < 0 && errno != EINTR) return COMMAND_KILLED;
    if (now() > end || interrupt_seen()) {
      kill(-pid, SIGKILL); /* its group, if it has made one */
      kill(pid, SIGKILL);
      while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
      return COMMAND_TIME_OUT;
    }
    nanosleep(&(struct timespec){.tv_nsec = 500000}, NULL);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : COMMAND_KILLED;
}

/* Words are only read, by exec. */
static char *const *as_argv(const char *const argv[]) {
  return (char *const *)(size_t)argv;
}

int command_run(const char *const argv[], const char *to, double seconds) {
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    connect(to, O_TRUNC);
    execvp(argv[0], as_argv(argv));
    _exit(127);
  }
  return wait_for(pid, seconds);
}

int command_compile(sandbox_level level, sandbox_limits limits,
                    const char *const argv[], const char *compiler,
                    const char *work, const char *to, double seconds) {
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    connect(to, O_APPEND);
    sandbox_become_compiler(level, limits, as_argv(argv), compiler, work);
    _exit(127);
  }
  return wait_for(pid, seconds);
}
