/* verdict: what grading one file comes to. */
#ifndef VERDICT_H
#define VERDICT_H

#include "exercise.h"
#include "sandbox.h"

#include <stdbool.h>

enum { VERDICT_PARTS = 16, VERDICT_PLACES = 32 };

typedef enum { PART_PASSED, PART_FAILED, PART_SKIPPED } part_state;

typedef struct {
  char id[64], title[128];
  int points;
  part_state state;
  char misconception[64];          /* its id, or "" */
  char reread[64];                 /* a label of the book, or "" */
  char places[VERDICT_PLACES][32]; /* addresses of the instruction where it
                                      crashed, or was when time was up, and
                                      of the calls that led there; a program
                                      may claim any number of them, and no
                                      more than these are kept */
  size_t place_count;
  char event[32]; /* crash, killed, time-out, exit, limit, outside,
                     changed, uninitialised, unsteady, or "" */
  char **lines;
  size_t line_count;
  char *failing, *right; /* with wants_case: messages, or NULL */
} part;

typedef enum {
  GRADED,
  NO_FILE,     /* there is none */
  BAD_FILE,    /* it is none that a compiler should see; `trouble` why */
  NO_COMPILE,  /* the compiler refused it, or gave up */
  OUT_OF_TIME, /* there was no time left for it */
  NOT_GRADED   /* our own tools failed; `trouble` why */
} verdict_status;

/* How to grade. */
typedef struct {
  sandbox_level sandbox;
  unsigned long long seed; /* of the random inputs */
  bool wants_case;         /* the smallest that each part fails at */
  unsigned milliseconds;   /* that a call may take; 0: two seconds */
} grading;

typedef struct {
  verdict_status status;
  char file[TEXT];
  bool untouched; /* all its functions are still as they came */
  grading how;
  int earned, points;
  part parts[VERDICT_PARTS];
  size_t part_count;
  char *compiler; /* what the compiler said, "" if nothing */
  char *trouble;  /* "" if there is none */
} verdict;

/* Compiles `file` as the solution of an exercise and grades it. Free the
 * verdict afterwards. */
verdict verdict_of(const exercise *e, const char *file, grading how);
void verdict_free(verdict *v);

/* Compiles `file` once and grades it with `count` seeds: how.seed and those
 * that follow it. */
void verdicts_of(const exercise *e, const char *file, grading how,
                 verdict *verdicts, size_t count);

/* "graded", "no-file", "bad-file", "no-compile", "out-of-time",
 * "not-graded". */
const char *verdict_status_name(verdict_status status);

/* Did it get all points? */
bool verdict_full(const verdict *v);

#endif
