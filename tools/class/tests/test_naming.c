#include "naming.h"

#include "../../../lib/tests/check.h"

#include <string.h>

static const exercise step = {.slug = "perceptron/step",
                              .folder = "exercises/01-perceptron/2-step",
                              .place =
                                  "exercises/01-perceptron/2-step/step.c"};
static const exercise norm = {
    .slug = "variance/least-norm",
    .folder = "exercises/08-variance/5-least-norm",
    .place = "exercises/08-variance/5-least-norm/least-norm.c"};

static void is(const char *path, const exercise *e, naming expected) {
  naming how = naming_of(path, e);
  if (how != expected)
    fail_msg("'%s' is %d for %s, not %d", path, how, e->slug, expected);
}

static void knows_places(void **state) {
  (void)state;
  is("exercises/01-perceptron/2-step/step.c", &step, NAMED_BY_PLACE);
  is("01-perceptron/2-step/step.c", &step, NAMED_BY_PLACE);
  is("perceptron/step/step.c", &step, NAMED_BY_PLACE);
  is("2-step/step.c", &step, NAMED_BY_PLACE);
  is("repository/exercises/01-perceptron/2-step/step.c", &step,
     NAMED_BY_PLACE_BELOW);
  is("a/perceptron/step/step.c", &step, NAMED_BY_PLACE_BELOW);
  is("07-rmsprop/1-step/step.c", &step, NAMED_SHORT);
  is("exercises/01-perceptron/2-step/gate.c", &step, NOT_NAMED);
}

static void knows_skeletons(void **state) {
  (void)state;
  assert_true(naming_is_skeleton("skeletons/01-perceptron/2-step/step.c"));
  assert_true(
      naming_is_skeleton("a/skeletons/01-perceptron/2-step/step.c"));
  assert_false(naming_is_skeleton("my-skeletons/step.c"));
  assert_false(naming_is_skeleton("exercises/01-perceptron/2-step/step.c"));
  assert_false(naming_is_skeleton("skeletons.c"));
}

static void knows_names(void **state) {
  (void)state;
  is("perceptron-step.c", &step, NAMED_WHOLE);
  is("a/b/perceptron-step.c", &step, NAMED_WHOLE);
  is("Perceptron_Step.C", &step, NAMED_WHOLE_SPELLED);
  is("step.c", &step, NAMED_SHORT);
  is("STEP.c", &step, NAMED_SHORT_SPELLED);
  is("least-norm.c", &norm, NAMED_SHORT);
  is("least_norm.c", &norm, NAMED_SHORT_SPELLED);
  is("ana_17_perceptron-step.c", &step, NAMED_BY_PLATFORM);
  is("perezana_LATE_12_345_Perceptron_step.c", &step,
     NAMED_BY_PLATFORM_SPELLED);
  is("ana_17_step.c", &step, NAMED_BY_PLATFORM_SHORT);
}

static void guesses_nothing(void **state) {
  (void)state;
  static const char *const others[] = {"step (1).c",
                                       "step - Copy.c",
                                       "backup-step.c",
                                       "step_final.c",
                                       "step.c.txt",
                                       "step2.c",
                                       "perceptron-steps.c",
                                       "ana_step.c",
                                       "17_step.c",
                                       "my-perceptron-step.c",
                                       "ana_17step.c",
                                       "step",
                                       "step.h",
                                       ".c",
                                       "xperceptron-step.c",
                                       "_17_",
                                       "_17_.c",
                                       ""};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    is(others[i], &step, NOT_NAMED);
}

static void sees_what_is_like(void **state) {
  (void)state;
  static const char *const like[] = {"step (1).c",
                                     "step - Copy.c",
                                     "backup-step.c",
                                     "step_final.c",
                                     "step.c.txt",
                                     "step2.c",
                                     "stpe.c",
                                     "stepp.c",
                                     "ste.c",
                                     "step.cpp",
                                     "step.docx",
                                     "step.c~",
                                     "perceptronstep.c",
                                     "exercises/01-perceptron/2-step/x.c"};
  static const char *const unlike[] = {
      "stop-it-now.c", "stepper.pdf", "notes.txt", "step.png",   "step.o",
      "step.h",        "gate.c",      "",          "footsteps.c"};
  for (size_t i = 0; i < sizeof like / sizeof *like; i++)
    if (!naming_is_like(like[i], &step)) fail_msg("'%s'", like[i]);
  for (size_t i = 0; i < sizeof unlike / sizeof *unlike; i++)
    if (naming_is_like(unlike[i], &step)) fail_msg("'%s'", unlike[i]);
}

static void proposes_a_name_that_is_one(void **state) {
  (void)state;
  char name[TEXT];
  naming_proposed(&norm, name);
  assert_string_equal(name, "variance-least-norm.c");
  is(name, &norm, NAMED_WHOLE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_places),
      cmocka_unit_test(knows_skeletons),
      cmocka_unit_test(knows_names),
      cmocka_unit_test(guesses_nothing),
      cmocka_unit_test(sees_what_is_like),
      cmocka_unit_test(proposes_a_name_that_is_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
