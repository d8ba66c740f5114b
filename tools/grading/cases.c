#include "cases.h"

#include "compare.h"
#include "declared.h"

#include <assert.h>

/* ---- for making cases ------------------------------------------------*/

double between(nn_rng *rng, double low, double high) {
  return (double)nn_rng_between(rng, (nn_real)low, (nn_real)high);
}

/* ---- for cases that depend on what is right --------------------------*/

static const exercise *asked_about;

void cases_about(const exercise *e) {
  asked_about = e;
}

double right_number(const message *query, const char *field) {
  message answer;
  message_begin(&answer, "answer");
  assert(asked_about);
  asked_about->right(query, &answer);
  double number = message_number(&answer, field);
  message_free(&answer);
  return number;
}

static bool answers_alike(answer_function *answer, const message *one,
                          const message *other) {
  message a, b;
  const message_field *field;
  size_t index;
  message_begin(&a, "answer");
  message_begin(&b, "answer");
  answer(one, &a);
  answer(other, &b);
  bool alike = !compare_changed(&a, &b, &field, &index);
  message_free(&a);
  message_free(&b);
  return alike;
}

bool all_answer_alike(const message *one, const message *other) {
  bool alike = answers_alike(asked_about->right, one, other);
  for (const mistake *m = asked_about->mistakes; m->id && alike; m++)
    alike = answers_alike(m->answer, one, other);
  return alike;
}
