#include "process.h"

#include "clock.h"
#include "command.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  QUERIES = 3,
  ANSWERS = 4,
  FAILED = 5,
  BEGUN = SANDBOX_STATUS,
  LINE_MAX_BYTES = 1 << 21
};

/* The time that the process has had. We read the clock many times a second;
 * a long gap between two readings means that we were stopped ourselves
 * (Ctrl-Z, a paused container, a suspended machine), and is not counted. */
static double now(process *p) {
  enum { LONG = 1 };
  double time = clock_seconds();
  if (time - p->looked > LONG) p->missed += time - p->looked;
  p->looked = time;
  return time - p->missed;
}

/* The first child of a process; 0 if it has none. */
static pid_t child_of(pid_t pid) {
  char path[64];
  int child = 0;
  text_fill(path, sizeof path, "/proc/%d/task/%d/children", (int)pid,
            (int)pid);
  FILE *children = fopen(path, "r");
  if (!children) return 0;
  if (fscanf(children, "%d", &child) != 1) child = 0;
  fclose(children);
  return child;
}

/* The program itself: in bubblewrap it is the child of a child of the
 * process that we started. */
static pid_t program_of(const process *p) {
  pid_t program = p->pid;
  for (pid_t child; (child = child_of(program));) program = child;
  return program;
}

/* The CPU time that a process has used, in seconds. */
static double used(pid_t pid) {
  clockid_t clock;
  return clock_getcpuclockid(pid, &clock) == 0 ? clock_read(clock) : 0;
}

/* Is it blocked or stopped, rather than waiting for a processor? */
static bool sleeps(pid_t pid) {
  char path[64], state = 'R';
  text_fill(path, sizeof path, "/proc/%d/stat", (int)pid);
  FILE *stat = fopen(path, "r");
  if (!stat) return false;
  if (fscanf(stat, "%*d (%*[^)]) %c", &state) != 1) state = 'R';
  fclose(stat);
  return state == 'S' || state == 'T' || state == 't';
}

/* ---- starting --------------------------------------------------------*/

/* The pipes between us and the child, and which end of each is whose. */
enum { TO, FROM, OUTPUT, FAILURE, TOLD, PIPES };
static const int childs_end[PIPES] = {
    [TO] = 0, [FROM] = 1, [OUTPUT] = 1, [FAILURE] = 1, [TOLD] = 1};

static bool open_pipes(int pipes[PIPES][2]) {
  for (int i = 0; i < PIPES; i++)
    if (pipe(pipes[i]) != 0) {
      int reason = errno;
      while (i--) close(pipes[i][0]), close(pipes[i][1]);
      errno = reason;
      return false;
    }
  return true;
}

/* In the child: gives the pipes their descriptors and becomes the program.
 * If that fails, its errno goes into FAILED. */
static void become(sandbox_level level, const char *path,
                   char *const settings[], sandbox_limits limits,
                   int pipes[PIPES][2]) {
  int ends[PIPES];
  signal(SIGPIPE, SIG_DFL);
  /* The pipes may have the descriptors that they are to get: move them out
   * of the way first. */
  for (int i = 0; i < PIPES; i++)
    ends[i] = fcntl(pipes[i][childs_end[i]], F_DUPFD, 10);
  int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(ends[OUTPUT], STDOUT_FILENO);
  dup2(ends[OUTPUT], STDERR_FILENO);
  dup2(ends[TO], QUERIES);
  dup2(ends[FROM], ANSWERS);
  dup2(ends[FAILURE], FAILED);
  fcntl(FAILED, F_SETFD, FD_CLOEXEC);
  dup2(ends[TOLD], BEGUN);
  if (level != SANDBOX_BUBBLEWRAP) close(BEGUN);
  command_close_from(BEGUN + 1);

  sandbox_become_program(level, limits, path, settings);
  int reason = errno;
  ssize_t ignored = write(FAILED, &reason, sizeof reason);
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

/* Bubblewrap has ended. Had it begun the program? Only then it tells how
 * that ended. */
static bool had_begun(const process *p) {
  char told[1024];
  size_t length = 0;
  ssize_t got;
  if (p->level != SANDBOX_BUBBLEWRAP) return true;
  while (length + 1 < sizeof told &&
         (got = read(p->begun, told + length, sizeof told - 1 - length)) >
             0)
    length += (size_t)got;
  told[length] = '\0';
  return strstr(told, "\"exit-code\"") != NULL;
}

/* Our ends of the pipes, of which none may block or be inherited. */
static void keep_ends(process *p, int pipes[PIPES][2]) {
  p->to = pipes[TO][1];
  p->from = pipes[FROM][0];
  p->output = pipes[OUTPUT][0];
  p->begun = pipes[TOLD][0];
  int ours[] = {p->to, p->from, p->output, p->begun};
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
    fcntl(ours[i], F_SETFL, O_NONBLOCK);
    fcntl(ours[i], F_SETFD, FD_CLOEXEC);
  }
}

bool process_start(process *p, sandbox_level level, const char *path,
                   char *const settings[], process_limits limits) {
  int pipes[PIPES][2];
  *p = (process){.level = level, .limits = limits};
  p->looked = clock_seconds();
  p->started = now(p);
  if (!open_pipes(pipes)) return false;
  signal(SIGPIPE, SIG_IGN);

  p->pid = fork();
  if (p->pid == 0) become(level, path, settings, limits.uses, pipes);
  int reason = p->pid < 0 ? errno : 0;
  for (int i = 0; i < PIPES; i++) close(pipes[i][childs_end[i]]);
  if (!reason) {
    setpgid(p->pid, p->pid); /* whoever comes first, child or we */
    reason = start_error(pipes[FAILURE][0]);
  }
  close(pipes[FAILURE][0]);
  keep_ends(p, pipes);
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

void process_forget_said(process *p) {
  hear(p);
  p->said_length = 0;
  p->said[0] = '\0';
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
  if (!had_begun(p)) return PROCESS_NOT_BEGUN;
  if (got > 0 && WIFSIGNALED(status)) {
    p->status = WTERMSIG(status);
  } else if (p->level == SANDBOX_BUBBLEWRAP && WEXITSTATUS(status) > 128) {
    p->status = WEXITSTATUS(status) - 128; /* bubblewrap passes it on so */
  } else {
    p->status = WEXITSTATUS(status);
    return PROCESS_EXITED;
  }
  return p->status == SIGXCPU ? PROCESS_CPU_OUT : PROCESS_CRASHED;
}

static process_end give_up(process *p, process_end why) {
  kill(-p->pid, SIGKILL);
  kill(p->pid, SIGKILL);
  reap(p);
  return why;
}

/* A process whose wall time is up but whose CPU time is not is a victim of
 * a busy machine, up to a point. */
static bool out_of_time(process *p, double began) {
  double waited = now(p) - began;
  if (waited < p->limits.seconds) return false;
  if (waited >= p->limits.patience) return true;
  pid_t program = program_of(p);
  return used(program) >= p->limits.seconds / 2 || sleeps(program);
}

/* The process has closed its answers: it is ending, or only pretends. */
static process_end wait_for_end(process *p, double began) {
  siginfo_t info;
  while (!out_of_time(p, began)) {
    info.si_pid = 0;
    if (waitid(P_PID, (id_t)p->pid, &info, WEXITED | WNOHANG | WNOWAIT) ==
            0 &&
        info.si_pid == p->pid)
      return reap(p);
    hear(p);
    clock_sleep(0.002);
  }
  return give_up(p, PROCESS_TIME_OUT);
}

void process_stop(process *p) {
  if (p->pid > 0) give_up(p, PROCESS_EXITED);
  close(p->to);
  close(p->from);
  close(p->output);
  close(p->begun);
  free(p->line);
  p->line = p->last_words = NULL;
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

/* What the program is at: a driver answers this signal with a line. Any
 * other program is ended by it, as it is to be anyway. */
static void ask_for_last_words(process *p) {
  enum { WAIT_MS = 200 };
  struct pollfd port = {.fd = p->from, .events = POLLIN};
  p->line_length = 0;
  if (!make_room(p) || kill(program_of(p), SIGPROF) != 0 ||
      poll(&port, 1, WAIT_MS) != 1)
    return;
  ssize_t got = read(p->from, p->line, p->line_size - 1);
  if (got <= 0) return;
  p->line[got] = '\0';
  p->last_words = p->line;
}

process_end process_ask(process *p, const char *line, const char **reply) {
  double began = now(p), last = p->started + p->limits.life;
  size_t left = line ? strlen(line) : 0;
  p->line_length = 0; /* an answer that nobody asked for is dropped */

  /* What has come in counts before the time that it took. */
  for (;;) {
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
    if (got == 0) return wait_for_end(p, began);
    if (got > 0) p->line_length += (size_t)got;
    char *end = got > 0 ? memchr(p->line, '\n', p->line_length) : NULL;
    if (end) {
      *end = '\0';
      *reply = p->line;
      hear(p);
      return PROCESS_FINE;
    }
    bool overdue = now(p) > last;
    if (!overdue && !out_of_time(p, began)) continue;
    ask_for_last_words(p);
    return give_up(p, overdue ? PROCESS_OVERDUE : PROCESS_TIME_OUT);
  }
}
