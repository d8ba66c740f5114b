/* compile: from a student's text to the two programs that are graded. */
#ifndef COMPILE_H
#define COMPILE_H

#include "exercise.h"
#include "sandbox.h"

enum { COMPILE_PATH = 4096 };

typedef enum {
  COMPILED,
  COMPILE_ERROR,   /* the compiler refused the text, and said why */
  COMPILE_GAVE_UP, /* the text wants too much time, memory or disk */
  COMPILE_FAILED   /* the machine kept it from its work */
} compile_end;

typedef struct {
  char program[COMPILE_PATH],
      twin[COMPILE_PATH]; /* the same where one does for both */
  char complex[128];      /* where complex numbers are, or "" */
  char *said;             /* by the compiler; to be freed */
  const char *failure;    /* of COMPILE_FAILED: a sentence */
} compilation;

/* Compiles `text` as the solution of an exercise with the exercise's
 * driver, in the empty folder `scratch`. In the twin, variables that were
 * never set hold other garbage; where the compiler can tell that there are
 * none, it is the program itself. */
compile_end compile(const exercise *e, const char *text,
                    const char *scratch, sandbox_level level,
                    compilation *result);

/* Runs a tool (argv[0], a whole path) on what was made in `scratch`, with
 * its output in the file `log`: in the sandbox too, since what it reads is
 * the student's. Returns its exit status as command_run does. */
int compile_inspect(const char *const argv[], const char *scratch,
                    sandbox_level level, const char *log);

/* The compiler and its options as one text: what decides the result. */
const char *compile_options(void);

#endif
