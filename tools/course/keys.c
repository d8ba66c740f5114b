#include "keys.h"

#include "clock.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

static bool wanted;                    /* keys_begin has said yes */
static volatile sig_atomic_t switched; /* the terminal is ours */
static struct termios before, ours;

/* A job in the background is stopped when it touches the terminal. */
static bool in_foreground(void) {
  return tcgetpgrp(STDIN_FILENO) == getpgrp();
}

static void give_back(void) {
  if (switched && in_foreground())
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
  switched = 0;
}

static void take(void) {
  if (switched || !in_foreground()) return;
  if (tcsetattr(STDIN_FILENO, TCSANOW, &ours) == 0) switched = 1;
}

/* Ends or stops as the signal would have it, with the terminal as it was.
 * After a stop keys_next takes it again. */
static void leave(int signal_number) {
  int error = errno;
  struct sigaction leaving, usual = {.sa_handler = SIG_DFL};
  sigset_t this;
  give_back();
  sigaction(signal_number, &usual, &leaving);
  raise(signal_number);
  sigemptyset(&this);
  sigaddset(&this, signal_number);
  sigprocmask(SIG_UNBLOCK, &this, NULL); /* here it comes */
  sigprocmask(SIG_BLOCK, &this, NULL);
  sigaction(signal_number, &leaving, NULL);
  errno = error;
}

/* SIGINT and SIGTERM end the program in order (interrupt.h). */
static void catch_ends(void) {
  static const int ends[] = {SIGTSTP, SIGHUP, SIGQUIT, SIGPIPE, SIGSEGV,
                             SIGBUS,  SIGFPE, SIGILL,  SIGABRT};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    struct sigaction now, leaving = {.sa_handler = leave};
    sigaction(ends[i], NULL, &now);
    if (now.sa_handler != SIG_IGN) sigaction(ends[i], &leaving, NULL);
  }
}

bool keys_begin(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !in_foreground() ||
      tcgetattr(STDIN_FILENO, &before) != 0)
    return false;
  wanted = true;
  ours = before;
  ours.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
  atexit(give_back);
  catch_ends();
  take();
  return true;
}

int keys_next(double seconds) {
  enum { CONTROL_D = 4 };
  if (wanted) take();
  if (!wanted || !in_foreground()) {
    clock_sleep(seconds);
    return KEY_NONE;
  }
  struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&terminal, 1, (int)(1000 * seconds)) <= 0) return KEY_NONE;
  unsigned char key = 0;
  ssize_t got = read(STDIN_FILENO, &key, 1);
  if (got < 0 && errno == EINTR) return KEY_NONE;
  return got == 1 && key != CONTROL_D ? key : KEY_END;
}
