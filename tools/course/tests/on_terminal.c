/* Runs a program on a terminal of its own, as a shell would:
 *   on_terminal PROGRAM ARGUMENTS... <KEYS >SCREEN
 * What comes in on standard input is typed, what the program shows goes to
 * standard output. First comes "process N"; where the program was stopped,
 * "stopped", and it goes on. At these points and at the end the terminal
 * has to be as it was: else the exit status is 99. Nothing takes longer
 * than a minute. */
#define _GNU_SOURCE /* posix_openpt */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { DIFFERENT = 99, SECONDS = 60 };

static bool same_modes(const struct termios *a, const struct termios *b) {
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag &&
         a->c_lflag == b->c_lflag && a->c_cflag == b->c_cflag &&
         memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

/* In the shell's place: a program in the foreground, waited for. */
static int run(const char *terminal, char **argv) {
  struct termios before, after;
  setsid();
  alarm(SECONDS);
  int screen = open(terminal, O_RDWR);
  ioctl(screen, TIOCSCTTY, 0);
  for (int i = 0; i < 3; i++) dup2(screen, i);
  tcgetattr(screen, &before);
  signal(SIGTTOU, SIG_IGN);

  pid_t pid = fork();
  if (pid == 0) {
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid());
    signal(SIGTTOU, SIG_DFL);
    signal(SIGINT, SIG_DFL); /* a shell script ignores them */
    signal(SIGQUIT, SIG_DFL);
    execvp(argv[0], argv);
    _exit(127);
  }
  setpgid(pid, pid);
  tcsetpgrp(screen, pid);
  printf("process %d\n", (int)pid);
  fflush(stdout);
  for (int status = 0;;) {
    if (waitpid(pid, &status, WUNTRACED) != pid) return 126;
    tcsetpgrp(screen, getpgrp());
    tcgetattr(screen, &after);
    if (!same_modes(&before, &after)) {
      kill(-pid, SIGKILL);
      return DIFFERENT;
    }
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    printf("stopped\n");
    fflush(stdout);
    tcsetpgrp(screen, pid);
    kill(-pid, SIGCONT);
  }
}

/* Copies what can be read; false at the end. */
static bool copy(int from, int to) {
  char buffer[4096];
  ssize_t got = read(from, buffer, sizeof buffer);
  return got > 0 && write(to, buffer, (size_t)got) == got;
}

int main(int argc, char **argv) {
  int screen = posix_openpt(O_RDWR | O_NOCTTY);
  if (argc < 2 || screen < 0 || grantpt(screen) || unlockpt(screen)) {
    perror("on_terminal");
    return 125;
  }
  pid_t shell = fork();
  if (shell == 0) _exit(run(ptsname(screen), argv + 1));

  struct pollfd ports[2] = {{.fd = screen, .events = POLLIN},
                            {.fd = STDIN_FILENO, .events = POLLIN}};
  bool typing = true;
  for (;;) {
    ports[1].fd = typing ? STDIN_FILENO : -1;
    poll(ports, 2, -1);
    if (ports[1].revents) typing = copy(STDIN_FILENO, screen);
    if (ports[0].revents && !copy(screen, STDOUT_FILENO)) break;
  }
  int status = 0;
  waitpid(shell, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 124;
}
