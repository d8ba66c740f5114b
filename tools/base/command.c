#define _DEFAULT_SOURCE /* syscall */
#include "command.h"

#include "clock.h"
#include "file.h"
#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

void command_close_from(int first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int fd = first; fd < most; fd++) close(fd);
}

int command_wait(pid_t pid) {
  int status = 0;
  if (pid < 0) return COMMAND_MISSING;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return COMMAND_MISSING;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* In a child. exec only reads the words. */
static void become_command(const void *argv) {
  execvp(((const char *const *)argv)[0], (char *const *)(size_t)argv);
}

/* ---- to a file -------------------------------------------------------*/

/* In the child: no input, and output in the file. */
static void connect(const char *to, int how) {
  int out = open(to, O_WRONLY | O_CREAT | O_NOFOLLOW | how, 0600);
  int nothing = open("/dev/null", O_RDONLY);
  if (out < 0 || nothing < 0) _exit(COMMAND_MISSING);
  dup2(nothing, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  command_close_from(STDERR_FILENO + 1);
}

/* Waits for the child, which is ended when its time is up. */
static int wait_at_most(pid_t pid, double seconds) {
  const double pause = 0.0005;
  double end = clock_seconds() + seconds;
  int status = 0;
  if (pid < 0) return COMMAND_MISSING;
  for (;;) {
    pid_t got = waitpid(pid, &status, WNOHANG);
    if (got == pid) break;
    if (got < 0 && errno != EINTR) return COMMAND_KILLED;
    if (clock_seconds() > end || interrupt_seen()) {
      kill(-pid, SIGKILL); /* its group, if it has made one */
      kill(pid, SIGKILL);
      command_wait(pid);
      return COMMAND_TIME_OUT;
    }
    clock_sleep(pause);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : COMMAND_KILLED;
}

static int run(void (*become)(const void *context), const void *context,
               const char *to, int how, double seconds) {
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    connect(to, how);
    become(context);
    _exit(COMMAND_MISSING);
  }
  return wait_at_most(pid, seconds);
}

int command_run(const char *const argv[], const char *to, double seconds) {
  return run(become_command, argv, to, O_TRUNC, seconds);
}

int command_run_child(void (*become)(const void *context),
                      const void *context, const char *to, double seconds) {
  return run(become, context, to, O_APPEND, seconds);
}

/* ---- to us -----------------------------------------------------------*/

bool command_open(command_pipe *p, const char *const argv[], bool quiet) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  fflush(NULL);
  p->pid = fork();
  if (p->pid == 0) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    int nothing = quiet ? open("/dev/null", O_WRONLY) : -1;
    if (quiet) dup2(nothing, STDERR_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    become_command(argv);
    _exit(COMMAND_MISSING);
  }
  int error = errno;
  close(ends[1]);
  p->output = p->pid < 0 ? NULL : fdopen(ends[0], "r");
  if (p->output) return true;
  if (p->pid >= 0) error = errno;
  close(ends[0]);
  if (p->pid >= 0) command_wait(p->pid);
  errno = error;
  return false;
}

int command_close(command_pipe *p) {
  fclose(p->output);
  return command_wait(p->pid);
}

char *command_output(const char *const argv[]) {
  command_pipe p;
  if (!command_open(&p, argv, true)) return NULL;
  char *text = file_read_stream(p.output);
  if (command_close(&p) == 0) return text;
  free(text);
  return NULL;
}
