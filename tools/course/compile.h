/* compile: from a student's text to the two programs that are graded. */
#ifndef COMPILE_H
#define COMPILE_H

#include "exercise.h"
#include "sandbox.h"

enum { PATH = 1024 };

typedef enum {
  COMPILED,
  COMPILE_ERROR,   /* the compiler refused the text, and said why */
  COMPILE_GAVE_UP, /* it needed too much time, memory or disk */
  COMPILE_FAILED   /* it could not do its work at all */
} compile_end;

typedef struct {
  char program[PATH], twin[PATH]; /* the same where one does for both */
  char *said;                     /* by the compiler; to be freed */
} compilation;

/* Compiles `text` as the solution of an exercise with the exercise's
 * driver, in the empty folder `scratch`. In the twin, variables that were
 * never set hold other garbage; where the compiler can tell that there are
 * none, it is the program itself. */
compile_end compile(const exercise *e, const char *text,
                    const char *scratch, sandbox_level level,
                    compilation *result);

/* The compiler and its options as one text: what decides the result. */
const char *compile_options(void);

#endif
