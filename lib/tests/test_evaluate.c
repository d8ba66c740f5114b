#include <nn/evaluate.h>
#include <nn/vector.h>

#include "check.h"

#include <string.h>

static nn_real real(double x) {
  return (nn_real)x;
}

static void counts_what_is_right(void **state) {
  (void)state;
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_IDENTITY);
  const nn_real identity[] = {1, 0, 0, 1, 0, 0};
  nn_dataset data = nn_dataset_new(5, 2, 2);
  const nn_real x[] = {3, 1, 1, 3, 0, 2, 2, 0, 5, 4};
  const nn_real t[] = {1, 0, 1, 0, 0, 1, 0, 1, 1, 0};
  memcpy(data.x, x, sizeof x);
  memcpy(data.t, t, sizeof t);
  nn_pass pass = nn_pass_new(&net, 2);
  nn_evaluation evaluation =
      nn_evaluate(&net, identity, &data, NN_ABSOLUTE, &pass);
  assert_near(evaluation.accuracy, 0.6, 1e-7);
  assert_near(evaluation.loss, (3 + 3 + 1 + 3 + 8) / 5.0, 1e-6);
  nn_pass_free(&pass);
  nn_dataset_free(&data);
  nn_net_free(&net);
}

/* A single logit says yes above 0, not above 1/2. */
static void counts_a_logit_above_zero(void **state) {
  (void)state;
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 1, NN_IDENTITY);
  const nn_real identity[] = {1, 0};
  nn_dataset data = nn_dataset_new(4, 1, 1);
  const nn_real x[] = {real(.4), real(-.4), real(.6), real(-.6)};
  const nn_real t[] = {1, 0, 1, 1};
  memcpy(data.x, x, sizeof x);
  memcpy(data.t, t, sizeof t);
  nn_pass pass = nn_pass_new(&net, 4);
  nn_loss logits = NN_BINARY_CROSS_ENTROPY;
  assert_near(nn_evaluate(&net, identity, &data, logits, &pass).accuracy,
              0.75, 0);
  assert_near(
      nn_evaluate(&net, identity, &data, NN_QUADRATIC, &pass).accuracy, 0.5,
      0);
  nn_pass_free(&pass);
  nn_dataset_free(&data);
  nn_net_free(&net);
}

/* ---- classes ---------------------------------------------------------*/

static void argmax_is_the_first_of_equals(void **state) {
  (void)state;
  const nn_real y[] = {-3, 2, 5, 5, 1};
  assert_int_equal(nn_argmax(1, y), 0);
  assert_int_equal(nn_argmax(2, y), 1);
  assert_int_equal(nn_argmax(5, y), 2);
}

/* y = (x1 - x2, x2, 1/2) */
static const nn_real three_rows[] = {1, 0, 0, -1, 1, 0, 0, 0, (nn_real).5};

static nn_net three_classes(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 3, NN_IDENTITY);
  return net;
}

static void predicts_one_example(void **state) {
  (void)state;
  nn_net net = three_classes();
  nn_pass pass = nn_pass_new(&net, 2);
  const nn_real x[][2] = {{4, 1}, {1, 2}, {0, real(.25)}};
  for (size_t i = 0; i < 3; i++) {
    const nn_real *y = nn_predict(&net, three_rows, x[i], &pass);
    assert_near(y[0], x[i][0] - x[i][1], 0);
    assert_near(y[1], x[i][1], 0);
    assert_near(y[2], .5, 0);
    size_t class = nn_predict_class(&net, three_rows,
                                    NN_SOFTMAX_CROSS_ENTROPY, x[i], &pass);
    assert_int_equal(class, i);
  }
  nn_pass_free(&pass);
  nn_net_free(&net);
}

static void predicts_one_of_two_classes(void **state) {
  (void)state;
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 1, NN_IDENTITY);
  const nn_real identity[] = {1, 0}, x = real(.25);
  nn_pass pass = nn_pass_new(&net, 1);
  assert_int_equal(
      nn_predict_class(&net, identity, NN_BINARY_CROSS_ENTROPY, &x, &pass),
      1);
  assert_int_equal(
      nn_predict_class(&net, identity, NN_QUADRATIC, &x, &pass), 0);
  nn_pass_free(&pass);
  nn_net_free(&net);
}

/* ---- confusion -------------------------------------------------------*/

static void counts_confusions(void **state) {
  (void)state;
  nn_net net = three_classes();
  nn_pass pass = nn_pass_new(&net, 2);
  nn_dataset data = nn_dataset_new(5, 2, 3);
  const nn_real x[] = {4, 1, 1, 2, 0, 0, 9, 0, 0, 9};
  const size_t classes[] = {0, 1, 1, 2, 1};
  memcpy(data.x, x, sizeof x);
  for (size_t i = 0; i < 5; i++)
    nn_dataset_target(&data, i)[classes[i]] = 1;
  size_t counts[9] = {99};
  nn_confusion(&net, three_rows, &data, NN_QUADRATIC, &pass, counts);
  const size_t expected[] = {1, 0, 0, 0, 2, 1, 1, 0, 0};
  assert_memory_equal(counts, expected, sizeof counts);
  nn_evaluation evaluation =
      nn_evaluate(&net, three_rows, &data, NN_QUADRATIC, &pass);
  assert_near(evaluation.accuracy, 3 / 5.0, 1e-7);
  nn_dataset_free(&data);
  nn_pass_free(&pass);
  nn_net_free(&net);
}

static void one_output_has_two_classes(void **state) {
  (void)state;
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_IDENTITY);
  const nn_real or [] = {1, 1, real(-.25)};
  nn_dataset xor = nn_dataset_parity(2);
  nn_pass pass = nn_pass_new(&net, 3);
  size_t counts[4];
  nn_confusion(&net, or, &xor, NN_QUADRATIC, &pass, counts);
  const size_t expected[] = {1, 1, 0, 2};
  assert_memory_equal(counts, expected, sizeof counts);
  nn_dataset_free(&xor);
  nn_pass_free(&pass);
  nn_net_free(&net);
}

static void prints_confusions(void **state) {
  (void)state;
  const size_t counts[] = {7, 1, 0, 30, 0, 970, 0, 0, 0};
  FILE *file = tmpfile();
  char printed[500] = "";
  nn_confusion_print(file, 3, counts);
  rewind(file);
  assert_true(fread(printed, 1, sizeof printed - 1, file) > 0);
  fclose(file);
  assert_string_equal(printed, "predicted      0      1      2   recall\n"
                               "        0      7      1      0   87.5 %\n"
                               "        1     30      0    970    0.0 %\n"
                               "        2      0      0      0\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_what_is_right),
      cmocka_unit_test(counts_a_logit_above_zero),
      cmocka_unit_test(argmax_is_the_first_of_equals),
      cmocka_unit_test(predicts_one_example),
      cmocka_unit_test(predicts_one_of_two_classes),
      cmocka_unit_test(counts_confusions),
      cmocka_unit_test(one_output_has_two_classes),
      cmocka_unit_test(prints_confusions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
