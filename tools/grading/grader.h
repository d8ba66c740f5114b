/* grader: the side of grading that knows what is right.
 *
 * A grader asks the driver, a process of its own with the student's code
 * in it, and compares. It never believes anything but the numbers that
 * come back. An exercise has parts; each has points and may depend on
 * another, without which it is skipped.
 *
 *     int main(int argc, char **argv) {
 *       grader *g = grader_begin(argc, argv);
 *       grader_part(g, "predict", 2, "says yes or no", "",
 *                   check_predict);
 *       grader_part(g, "update", 3, "learns from a mistake", "predict",
 *                   check_update);
 *       return grader_end(g);
 *     }
 */
#ifndef GRADER_H
#define GRADER_H

#include "message.h"

#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct grader grader;

/* Starts from main's arguments: PROGRAM TWIN --sandbox LEVEL --seed N, with
 * --complex WHERE if the file has complex numbers, and --case for the
 * smallest failing case of each part (lines "case" and "right", each with a
 * message); or --misconceptions,
 * which prints what the parts know: for each misconception a line with its
 * id, the label to reread and what it says, with tabs between.
 *
 * PROGRAM and TWIN are made from the same file and asked the same. They
 * differ in what variables hold that were never set, so that different
 * answers tell of such, or of chance. They may be one program. */
grader *grader_begin(int argc, char **argv);

/* Grades one part: `check` passes it unless it calls grader_fail or a
 * comparison fails. The part is skipped unless those in `depends_on` (ids
 * with spaces between, or "") have passed. */
void grader_part(grader *g, const char *id, int points, const char *title,
                 const char *depends_on, void (*check)(grader *g));

/* Ends the report; to be returned from main. */
int grader_end(grader *g);

/* ---- comparing with a rule -------------------------------------------*/

/* Computes the answer to a query: what a correct function would answer,
 * or one that shares a certain misconception. */
typedef void grader_rule(const message *query, message *answer);

/* A way to be wrong that has been seen before. `reread` is a label of the
 * book, "sec:rule". An entry without id ends a list. Entries in a row
 * with the same id are variants of one mistake: another constant, another
 * order. */
typedef struct {
  const char *id;
  grader_rule *rule;
  const char *reread;
  const char *says; /* what a tutor would say, one or two sentences */
} misconception;

typedef struct {
  const char *function;
  size_t cases;
  void (*make_case)(nn_rng *rng, size_t i, message *query);
  grader_rule *right;
  const misconception *known; /* NULL: none */
} comparison;

/* Asks all cases. The part fails at the first answer that differs from
 * the right one by more than 1e-9, relative to what is larger than 1; a
 * misconception is named if it gives the student's answer in every case. */
void grader_compare(grader *g, const comparison *c);

/* The same for answers that are slopes. Where no misconception is named,
 * but the student's slopes are the right ones times the same factor in
 * every case, or times or divided by a number of the query, it says so. */
void grader_compare_gradient(grader *g, const comparison *c);

/* The same two where slopes are to be derived, not measured: answers that
 * are right, but only as near as finite differences come (1e-13 of the
 * largest number in the answer, or of 1), are refused by name;
 * so are complex numbers anywhere in the file. The cases
 * from number `far_from` on lie far out, and each number is compared
 * relative to itself there, to 1e-9: make such where a slope is tiny beside
 * its loss and its formula is exact all the same, so that differences of
 * any step and precision are lost. */
void grader_compare_derived(grader *g, const comparison *c,
                            size_t far_from);
void grader_compare_derived_gradient(grader *g, const comparison *c,
                                     size_t far_from);

/* ---- checking by hand ------------------------------------------------*/

/* Asks the driver. False if the student's code did not answer, in which
 * case the part has failed with the reason; else free the answer. */
bool grader_ask(grader *g, const message *query, message *answer);

/* Fails the part with a sentence, and maybe a misconception. */
void grader_fail(grader *g, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void grader_name(grader *g, const misconception *known);

/* Tells --misconceptions of these; what grader_compare knows is told by
 * itself. */
void grader_knows(grader *g, const misconception *known);

/* True while only the misconceptions are asked for: check nothing. */
bool grader_only_listing(const grader *g);

/* ---- for the rules ---------------------------------------------------*/

/* Starts an answer's field as a copy of the query's field; returns it. */
double *answer_copy(message *answer, const message *query,
                    const char *name);

#endif
