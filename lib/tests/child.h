/* A program's body run in a child, for a run may end its program. */
#ifndef CHILD_H
#define CHILD_H

#include "check.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef int body(int argc, char **argv);

static char said[65536]; /* what the child printed, on both outputs */

static inline int run_body(body *program, int argc, char **argv) {
  int status;
  FILE *out = tmpfile();
  assert_non_null(out);
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    dup2(fileno(out), STDOUT_FILENO);
    dup2(fileno(out), STDERR_FILENO);
    int result = program(argc, argv);
    fflush(stdout);
    _exit(result);
  }
  assert_true(waitpid(pid, &status, 0) == pid);
  rewind(out);
  said[fread(said, 1, sizeof said - 1, out)] = '\0';
  fclose(out);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The program has to be aborted, and to say just this. (An emulator adds a
 * line of its own.) */
static inline void assert_refused(body *program, const char *sentence) {
  assert_int_equal(run_body(program, 0, NULL), -1);
  char *emulator = strstr(said, "qemu: ");
  if (emulator) *emulator = '\0';
  if (strcmp(said, sentence) != 0) fail_msg("said '%s'", said);
}

static inline const char *content(const char *path) {
  static char text[65536];
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  return text;
}

#endif
