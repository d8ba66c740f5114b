#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUERIES = 3, ANSWERS = 4, LINE_MAX_BYTES = 1 << 21 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void limit(int what, size_t most) {
  struct rlimit both = {.rlim_cur = most, .rlim_max = most};
  setrlimit(what, &both);
}

/* In the child: takes its places, accepts its limits, becomes argv[0]. */
static void become(char *const argv[], process_limits limits, int queries,
                   int answers, int output) {
  int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  /* The two pipes may lie where they are to go: move them out first. */
  queries = fcntl(queries, F_DUPFD, 10);
  answers = fcntl(answers, F_DUPFD, 10);
  dup2(queries, QUERIES);
  dup2(answers, ANSWERS);
  for (int fd = ANSWERS + 1; fd < 64; fd++) close(fd);

  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_FSIZE, limits.file_size);
  if (limits.memory) limit(RLIMIT_AS, limits.memory);
  execv(argv[0], argv);
  _exit(127);
}

bool process_start(process *p, char *const argv[], process_limits limits) {
  int queries[2], answers[2], output[2];
  *p = (process){.limits = limits};
  if (pipe(queries) || pipe(answers) || pipe(output)) return false;
  signal(SIGPIPE, SIG_IGN);

  p->pid = fork();
  if (p->pid == 0) {
    signal(SIGPIPE, SIG_DFL);
    become(argv, limits, queries[0], answers[1], output[1]);
  }
  close(queries[0]);
  close(answers[1]);
  close(output[1]);
  p->to = queries[1];
  p->from = answers[0];
  p->output = output[0];
  int flags[3] = {p->to, p->from, p->output};
  for (int i = 0; i < 3; i++) {
    fcntl(flags[i], F_SETFL, O_NONBLOCK);
    fcntl(flags[i], F_SETFD, FD_CLOEXEC);
  }
  if (p->pid < 0) p->pid = 0;
  return p->pid > 0;
}

/* Keeps the beginning of what was printed; the rest is read and lost, so
 * that the process does not wait for us. */
static void hear(process *p) {
  char buffer[4096];
  ssize_t got;
  while ((got = read(p->output, buffer, sizeof buffer)) > 0) {
    size_t room = sizeof p->said - 1 - p->said_length;
    size_t kept = (size_t)got < room ? (size_t)got : room;
    memcpy(p->said + p->said_length, buffer, kept);
    p->said_length += kept;
    p->said[p->said_length] = '\0';
  }
}

static process_end reap(process *p) {
  int status;
  pid_t got;
  do got = waitpid(p->pid, &status, 0);
  while (got < 0 && errno == EINTR);
  hear(p);
  p->pid = 0;
  if (got > 0 && WIFSIGNALED(status)) {
    p->status = WTERMSIG(status);
    return p->status == SIGXCPU ? PROCESS_TIME_OUT : PROCESS_CRASHED;
  }
  p->status = got > 0 ? WEXITSTATUS(status) : 0;
  return PROCESS_EXITED;
}

static process_end give_up(process *p, process_end why) {
  kill(p->pid, SIGKILL);
  reap(p);
  return why;
}

/* The process has closed its answers: it is ending, or only pretends. */
static process_end wait_for_end(process *p, double deadline) {
  siginfo_t info;
  while (now() < deadline) {
    info.si_pid = 0;
    if (waitid(P_PID, (id_t)p->pid, &info, WEXITED | WNOHANG | WNOWAIT) ==
            0 &&
        info.si_pid == p->pid)
      return reap(p);
    hear(p);
    nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
  }
  return give_up(p, PROCESS_TIME_OUT);
}

/* Takes the first whole line out of what has come in; NULL if there is
 * none yet. The line before it is dropped only now. */
static const char *next_line(process *p, size_t *start) {
  char *end = memchr(p->line + *start, '\n', p->line_length - *start);
  if (!end) return NULL;
  *end = '\0';
  const char *line = p->line + *start;
  *start = (size_t)(end - p->line) + 1;
  return line;
}

static bool make_room(process *p) {
  if (p->line_size - p->line_length >= 4096) return true;
  if (p->line_size >= LINE_MAX_BYTES) return false;
  size_t size = p->line_size ? 2 * p->line_size : 8192;
  char *larger = realloc(p->line, size);
  if (!larger) return false;
  p->line = larger;
  p->line_size = size;
  return true;
}

process_end process_ask(process *p, const char *line, const char **reply) {
  double deadline = now() + p->limits.seconds;
  size_t left = line ? strlen(line) : 0, start = 0;
  p->line_length = 0; /* an answer that nobody asked for is dropped */

  for (;;) {
    double remaining = deadline - now();
    if (remaining <= 0) return give_up(p, PROCESS_TIME_OUT);
    struct pollfd ports[3] = {
        {.fd = p->from, .events = POLLIN},
        {.fd = p->output, .events = POLLIN},
        {.fd = left ? p->to : -1, .events = POLLOUT},
    };
    if (poll(ports, 3, (int)(remaining * 1000) + 1) < 0 && errno != EINTR)
      return give_up(p, PROCESS_TIME_OUT);

    hear(p);
    if (left && ports[2].revents) {
      ssize_t sent = write(p->to, line, left);
      if (sent > 0)
        line += sent, left -= (size_t)sent;
      else if (errno == EPIPE)
        left = 0;
    }
    if (!make_room(p)) return give_up(p, PROCESS_TOO_LONG);
    ssize_t got = read(p->from, p->line + p->line_length,
                       p->line_size - p->line_length);
    if (got == 0) return wait_for_end(p, deadline);
    if (got > 0) p->line_length += (size_t)got;
    if ((*reply = next_line(p, &start))) return PROCESS_FINE;
  }
}

void process_stop(process *p) {
  if (p->pid > 0) give_up(p, PROCESS_EXITED);
  if (p->limits.seconds > 0) {
    close(p->to);
    close(p->from);
    close(p->output);
  }
  free(p->line);
  *p = (process){0};
}
