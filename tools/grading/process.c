#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { QUERIES = 3, ANSWERS = 4, LINE_MAX_BYTES = 1 << 21 };

static double seconds_of(clockid_t clock) {
  struct timespec t = {0};
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double now(void) {
  return seconds_of(CLOCK_MONOTONIC);
}

/* The computing time that the process has used. */
static double used(const process *p) {
  clockid_t clock;
  return clock_getcpuclockid(p->pid, &clock) == 0 ? seconds_of(clock) : 0;
}

/* ---- starting --------------------------------------------------------*/

static void limit(int what, size_t most, size_t hard) {
  struct rlimit both = {.rlim_cur = most, .rlim_max = hard};
  setrlimit(what, &both);
}

/* In the child: takes its places, accepts its limits, becomes argv[0]. If
 * that fails, its errno goes into `failed`. */
static void become(char *const argv[], process_limits limits, int queries,
                   int answers, int output, int failed) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL); /* it does not outlive its grader */
#endif
  signal(SIGPIPE, SIG_DFL);
  /* The pipes may lie where they are to go: move them out first. */
  queries = fcntl(queries, F_DUPFD, 10);
  answers = fcntl(answers, F_DUPFD, 10);
  output = fcntl(output, F_DUPFD, 10);
  failed = fcntl(failed, F_DUPFD_CLOEXEC, 10);
  int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  dup2(queries, QUERIES);
  dup2(answers, ANSWERS);
  for (int fd = ANSWERS + 1; fd < 64; fd++)
    if (fd != failed) close(fd);

  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
  limit(RLIMIT_FSIZE, limits.file_size, limits.file_size);
  if (limits.memory) limit(RLIMIT_AS, limits.memory, limits.memory);
  execv(argv[0], argv);
  int reason = errno;
  ssize_t ignored = write(failed, &reason, sizeof reason);
  (void)ignored;
  _exit(127);
}

/* What the child reports in place of becoming argv[0]; 0 if it did. */
static int start_error(int failed) {
  int reason = 0;
  ssize_t got;
  do got = read(failed, &reason, sizeof reason);
  while (got < 0 && errno == EINTR);
  return got == sizeof reason ? reason : 0;
}

bool process_start(process *p, char *const argv[], process_limits limits) {
  enum { TO, FROM, OUTPUT, FAILED, PIPES };
  int pipes[PIPES][2];
  *p = (process){.limits = limits};
  for (int i = 0; i < PIPES; i++)
    if (pipe(pipes[i])) {
      int reason = errno;
      while (i--) close(pipes[i][0]), close(pipes[i][1]);
      errno = reason;
      return false;
    }
  signal(SIGPIPE, SIG_IGN);

  p->pid = fork();
  if (p->pid == 0)
    become(argv, limits, pipes[TO][0], pipes[FROM][1], pipes[OUTPUT][1],
           pipes[FAILED][1]);
  int reason = p->pid < 0 ? errno : 0;
  close(pipes[TO][0]);
  close(pipes[FROM][1]);
  close(pipes[OUTPUT][1]);
  close(pipes[FAILED][1]);
  if (!reason) {
    setpgid(p->pid, p->pid); /* whoever comes first, child or we */
    reason = start_error(pipes[FAILED][0]);
  }
  close(pipes[FAILED][0]);

  p->to = pipes[TO][1];
  p->from = pipes[FROM][0];
  p->output = pipes[OUTPUT][0];
  int ours[] = {p->to, p->from, p->output};
  for (int i = 0; i < 3; i++) {
    fcntl(ours[i], F_SETFL, O_NONBLOCK);
    fcntl(ours[i], F_SETFD, FD_CLOEXEC);
  }
  if (!reason) return true;
  if (p->pid < 0) p->pid = 0;
  process_stop(p);
  errno = reason;
  return false;
}

/* ---- ending ----------------------------------------------------------*/

/* Keeps the beginning of what was printed; the rest is read and lost, so
 * that the process does not wait for us. */
static void hear(process *p) {
  enum { ENOUGH = 64 }; /* then it is time for other things */
  char buffer[4096];
  ssize_t got;
  for (int i = 0; i < ENOUGH; i++) {
    got = read(p->output, buffer, sizeof buffer);
    if (got <= 0) return;
    size_t room = sizeof p->said - 1 - p->said_length;
    size_t kept = (size_t)got < room ? (size_t)got : room;
    memcpy(p->said + p->said_length, buffer, kept);
    p->said_length += kept;
    p->said[p->said_length] = '\0';
  }
}

/* Waits for the process, and ends what it may have started. */
static process_end reap(process *p) {
  int status = 0;
  pid_t got;
  do got = waitpid(p->pid, &status, 0);
  while (got < 0 && errno == EINTR);
  kill(-p->pid, SIGKILL);
  hear(p);
  p->pid = 0;
  if (got > 0 && WIFSIGNALED(status)) {
    p->status = WTERMSIG(status);
    return p->status == SIGXCPU ? PROCESS_CPU_OUT : PROCESS_CRASHED;
  }
  p->status = WEXITSTATUS(status);
  return PROCESS_EXITED;
}

static process_end give_up(process *p, process_end why) {
  kill(-p->pid, SIGKILL);
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

void process_stop(process *p) {
  if (p->pid > 0) give_up(p, PROCESS_EXITED);
  close(p->to);
  close(p->from);
  close(p->output);
  free(p->line);
  p->line = NULL;
}

/* ---- talking ---------------------------------------------------------*/

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

/* A process that has had its time on the clock but not on the processor
 * is a victim of a busy machine, up to a point. */
static bool out_of_time(const process *p, double began,
                        double used_before) {
  double waited = now() - began;
  if (waited < p->limits.seconds) return false;
  return waited >= p->limits.patience ||
         used(p) - used_before >= p->limits.seconds / 2;
}

process_end process_ask(process *p, const char *line, const char **reply) {
  double began = now(), used_before = used(p);
  size_t left = line ? strlen(line) : 0;
  p->line_length = 0; /* an answer that nobody asked for is dropped */

  while (!out_of_time(p, began, used_before)) {
    enum { WAIT_MS = 50 };
    struct pollfd ports[3] = {
        {.fd = p->from, .events = POLLIN},
        {.fd = p->output, .events = POLLIN},
        {.fd = left ? p->to : -1, .events = POLLOUT},
    };
    poll(ports, 3, WAIT_MS);
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
    if (got == 0) return wait_for_end(p, began + p->limits.patience);
    if (got < 0) continue;
    p->line_length += (size_t)got;
    char *end = memchr(p->line, '\n', p->line_length);
    if (!end) continue;
    *end = '\0';
    *reply = p->line;
    hear(p);
    return PROCESS_FINE;
  }
  return give_up(p, PROCESS_TIME_OUT);
}
