/* explain: why the answers to a part are wrong, from all of them. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "declared.h"

/* A case that was asked and answered. */
typedef struct {
  message query, right, answer;
  char *printed; /* by the student's code in it */
  bool far;      /* it lies far out (cases.h) */
} asked_case;

typedef struct {
  asked_case *all;
  size_t count;
} asked_cases;

/* Takes the messages over, and a copy of `printed`. */
void asked_add(asked_cases *cases, message query, message right,
               message answer, const char *printed, bool far);
void asked_free(asked_cases *cases);

/* The fields of the answer that a part, or a mistake in it, is about; the
 * others are taken out. `fields` is NULL for all. */
void explain_keep_fields(message *m, const char *fields);

/* The first known mistake that gives the student's answer in every case, or
 * NULL. One that predicts some fields only must be wrong in one of them. */
const mistake *explain_mistake(const exercise *e, const exercise_part *p,
                               const asked_cases *cases);

/* The id of the common mistake (common.md) that the answers to a part show,
 * or NULL: nothing was written yet. */
const char *explain_nothing(const exercise *e, const exercise_part *p,
                            const asked_cases *cases);

/* The same, of mistakes that show in the numbers: whatever is wrong has no
 * digits but a float's, or is whole, or comes from what was never set. */
const char *explain_numbers(const exercise_part *p,
                            const asked_cases *cases);

/* The first case whose slopes are a little off, as finite differences are,
 * while all are nearly right; NULL if they were not measured. Rounding
 * leaves far less; far out slopes are tiny, and differences are lost in the
 * rounding of the function, whatever their step. */
const asked_case *explain_measured(const asked_cases *cases);

/* By what factor the slopes differ from the right ones: a sentence, to be
 * freed; NULL if by none. */
char *explain_factor(const exercise_part *p, const asked_cases *cases);

#endif
