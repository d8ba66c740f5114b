/* declared: an exercise as its grader knows it. `mistakes` (tools/mistakes)
 * makes this from the reference and wrong.md. */
#ifndef DECLARED_H
#define DECLARED_H

#include "cases.h"
#include "message.h"

/* Answers a query as the reference does, or as one who makes a certain
 * mistake: it calls that code through the exercise's driver. */
typedef void answer_function(const message *query, message *answer);

/* A mistake that has been seen before. One that explains all the answers to
 * a part is named to the student. Several in a row with one id are
 * variants. An entry without id ends a list. */
typedef struct {
  const char *id;
  const char *reread; /* a label of the book, "sec:rule" */
  const char *says;   /* what a tutor would say */
  const char *parts;  /* ids of those that it may explain; NULL: all */
  const char *fields; /* of the answer that it predicts; NULL: all */
  answer_function *answer;
} mistake;

typedef struct {
  const char *slug; /* perceptron/step */
  const exercise_part *parts;
  answer_function *right;
  answer_function *nothing; /* what a function gives that does nothing */
  const mistake *mistakes;
} exercise;

/* Those that exercises share (common.md); the grader knows how they show.
 */
extern const mistake common_mistakes[];

/* Says on stderr which parts and fields are named that are not there;
 * returns how many. */
size_t declared_check(const exercise *e);

/* The exercise that right_number and all_answer_alike (cases.h) are about
 * from here on. */
void cases_about(const exercise *e);

/* How near an answer has to be (cases.h). */
double declared_digits(const exercise_part *p);

/* Is `word` one of the words in `list`? */
bool declared_lists(const char *list, const char *word);

#endif
