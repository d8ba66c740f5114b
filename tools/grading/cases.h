/* cases: what an exercise's cases.c declares: its parts, and how each is
 * asked. What is right is not said here; the reference knows.
 *
 *     static void make_case(nn_rng *rng, size_t i, message *query) {
 *       message_add_number(query, "x", i == 0 ? 0 : nn_rng_normal(rng));
 *     }
 *
 *     const exercise_part exercise_parts[] = {
 *         {.id = "slope",
 *          .points = 4,
 *          .title = "of the squared error",
 *          .function = "slope",
 *          .cases = 60,
 *          .make_case = make_case},
 *         {0},
 *     };
 */
#ifndef CASES_H
#define CASES_H

#include "message.h"

#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct grader grader;

/* A part of an exercise. What is not set is not wanted. */
typedef struct {
  const char *id;
  int points;
  const char *title;
  const char *needs; /* ids of parts, with spaces between: without them it
                        is not tried */

  /* What is called, and the inputs: first those that are written down, as
   * in the task's examples, `"slope(x = 0, w = [1, 2])"`, up to NULL; then
   * case number i < cases, for make_case to add fields to an empty query.
   */
  const char *function;
  const char *const *always;
  size_t cases;
  void (*make_case)(nn_rng *rng, size_t i, message *query);

  /* What is compared: these fields of the answer (NULL: all), each to the
   * tolerance (0: 1e-9), relative to what is larger than 1. */
  const char *fields;
  double tolerance;

  /* The answers are slopes: where no mistake is known, but all are off by
   * the same factor, or by a number of the query, it is said so. */
  bool slopes;

  /* The slopes are to be derived: finite differences and complex numbers
   * are refused by name. The cases from number `far_from` on (0: none) lie
   * far out, and each number is compared relative to itself there: make
   * such where a slope is tiny beside its loss and its formula is exact all
   * the same, so that differences of any step and precision are lost. */
  bool derived;
  size_t far_from;

  /* Where any answer with a property is right, this judges it, with
   * grader_fail and grader_name (grader.h); nothing is compared. The first
   * case that it fails is the last. */
  void (*judge)(grader *g, const message *query, const message *answer);
} exercise_part;

/* What cases.c defines; a zero entry ends it. */
extern const exercise_part exercise_parts[];

/* ---- for making cases ------------------------------------------------*/

/* nn_rng_between of doubles, whatever nn_real is: a number from `low` to
 * below `high`, uniformly distributed. */
double between(nn_rng *rng, double low, double high);

/* ---- for cases that depend on what is right --------------------------*/

/* The number of the reference's answer to a query. */
double right_number(const message *query, const char *field);

/* Do the reference and all known mistakes answer both queries alike? */
bool all_answer_alike(const message *one, const message *other);

#endif
