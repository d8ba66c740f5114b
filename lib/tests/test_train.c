#include <nn/train.h>
#include <nn/vector.h>

#include "child.h"

static nn_real real(double x) {
  return (nn_real)x;
}

typedef struct {
  nn_net net;
  nn_real *params;
  nn_optimizer optimizer;
} learner;

static learner new_learner(size_t inputs, size_t hidden,
                           nn_optimizer_options options, uint64_t seed) {
  learner l = {.net = nn_net_new(inputs)};
  nn_rng rng = nn_rng_seeded(seed);
  nn_net_add(&l.net, hidden, NN_TANH);
  nn_net_add(&l.net, 1, NN_SIGMOID);
  l.params = nn_net_vector(&l.net);
  nn_net_init(&l.net, l.params, NN_XAVIER, 1, &rng);
  l.optimizer = nn_optimizer_new(options, l.net.params);
  return l;
}

static void free_learner(learner *l) {
  nn_optimizer_free(&l->optimizer);
  nn_vector_free(l->params);
  nn_net_free(&l->net);
}

static nn_evaluation evaluated(const learner *l, const nn_dataset *data,
                               nn_loss loss) {
  nn_pass pass = nn_pass_new(&l->net, 3); /* several batches, one short */
  nn_evaluation evaluation =
      nn_evaluate(&l->net, l->params, data, loss, &pass);
  nn_pass_free(&pass);
  return evaluation;
}

/* ---- learning --------------------------------------------------------*/

static void learns_xor_with_every_rule(void **state) {
  (void)state;
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(1)),    nn_momentum(real(.3), real(.9)),
      nn_nesterov(real(.3), real(.9)), nn_adagrad(real(.5)),
      nn_rmsprop(real(.02), real(.9)), nn_adam(real(.05))};
  nn_dataset xor = nn_dataset_parity(2);
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    nn_rng rng = nn_rng_seeded(1);
    learner l = new_learner(2, 4, rules[r], 2);
    nn_train_options options = {
        .loss = NN_BINARY_CROSS_ENTROPY, .epochs = 2000, .batch = 4};
    nn_real before = evaluated(&l, &xor, options.loss).loss;
    nn_training training =
        nn_train(&l.net, l.params, &l.optimizer, &xor, options, &rng);
    nn_evaluation after = evaluated(&l, &xor, options.loss);
    assert_int_equal(training.epochs, 2000);
    assert_near(after.accuracy, 1, 0);
    assert_true(after.loss < before / 10);
    free_learner(&l);
  }
  nn_dataset_free(&xor);
}

/* ---- batches ---------------------------------------------------------*/

typedef struct {
  size_t epochs;
  nn_real losses[64];
} loss_log;

static bool keep_log(const nn_epoch *epoch, void *context) {
  loss_log *kept = context;
  kept->losses[kept->epochs++] = epoch->loss;
  return true;
}

/* Ten examples in threes: four steps an epoch, the last with one. */
static void the_last_batch_is_short(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(3);
  nn_dataset data = nn_dataset_moons(&rng, 10, real(.1));
  learner l = new_learner(2, 3, nn_gradient_descent(0), 4);
  nn_real before = evaluated(&l, &data, NN_QUADRATIC).loss;
  loss_log kept = {0};
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = 5,
                              .batch = 3,
                              .after_epoch = keep_log,
                              .context = &kept};
  nn_training training =
      nn_train(&l.net, l.params, &l.optimizer, &data, options, &rng);
  assert_int_equal(l.optimizer.steps, 20);
  assert_int_equal(kept.epochs, 5);
  /* At a rate of 0 each epoch's loss is that of the whole set. */
  for (int e = 0; e < 5; e++)
    assert_near(kept.losses[e], before, IN_FLOAT_OR(1e-6, 1e-14));
  assert_near(training.last.loss, kept.losses[4], 0);
  free_learner(&l);
  nn_dataset_free(&data);
}

static void no_batch_size_is_all(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(5);
  nn_dataset data = nn_dataset_moons(&rng, 10, real(.1));
  for (size_t batch = 0; batch <= 20; batch += 20) {
    learner l = new_learner(2, 3, nn_gradient_descent(real(.1)), 6);
    nn_train_options options = {
        .loss = NN_QUADRATIC, .epochs = 3, .batch = batch};
    nn_train(&l.net, l.params, &l.optimizer, &data, options, &rng);
    assert_int_equal(l.optimizer.steps, 3);
    free_learner(&l);
  }
  nn_dataset_free(&data);
}

/* In order is what is written out here; shuffled is another path. */
static void in_order_and_shuffled(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(7);
  nn_dataset data = nn_dataset_moons(&rng, 10, real(.1));
  learner by_hand = new_learner(2, 3, nn_gradient_descent(real(.5)), 8);
  nn_pass pass = nn_pass_new(&by_hand.net, 1);
  for (size_t i = 0; i < 20; i++) {
    nn_net_forward(&by_hand.net, by_hand.params,
                   nn_dataset_input(&data, i % 10), 1, &pass);
    nn_net_loss(&by_hand.net, &pass, NN_QUADRATIC,
                nn_dataset_target(&data, i % 10));
    nn_net_descend(&by_hand.net, by_hand.params, &pass, real(.5));
  }
  nn_pass_free(&pass);

  for (int shuffled = 0; shuffled < 2; shuffled++) {
    learner l = new_learner(2, 3, nn_gradient_descent(real(.5)), 8);
    nn_train_options options = {.loss = NN_QUADRATIC,
                                .epochs = 2,
                                .batch = 1,
                                .in_order = !shuffled};
    nn_train(&l.net, l.params, &l.optimizer, &data, options,
             shuffled ? &rng : NULL);
    bool same = memcmp(l.params, by_hand.params,
                       l.net.params * sizeof *l.params) == 0;
    assert_int_equal(same, !shuffled);
    free_learner(&l);
  }
  free_learner(&by_hand);
  nn_dataset_free(&data);
}

/* ---- stopping --------------------------------------------------------*/

typedef struct {
  const learner *l;
  const nn_dataset *validation;
  nn_real lowest;
  size_t best, last;
} watch;

static bool watch_validation(const nn_epoch *epoch, void *context) {
  watch *w = context;
  nn_evaluation now = evaluated(w->l, w->validation, NN_QUADRATIC);
  assert_near(now.loss, epoch->validation.loss, IN_FLOAT_OR(1e-6, 1e-14));
  assert_near(now.accuracy, epoch->validation.accuracy, 0);
  if (epoch->epoch == 1 || epoch->validation.loss < w->lowest) {
    w->lowest = epoch->validation.loss;
    w->best = epoch->epoch;
  }
  w->last = epoch->epoch;
  return true;
}

/* A large rate makes the validation loss go up and down. */
static void stops_early_with_the_best_weights(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(9);
  nn_dataset data = nn_dataset_moons(&rng, 12, real(.4));
  nn_dataset validation = nn_dataset_moons(&rng, 200, real(.4));
  learner l = new_learner(2, 20, nn_momentum(real(.5), real(.9)), 10);
  watch w = {.l = &l, .validation = &validation};
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = 10000,
                              .batch = 4,
                              .validation = &validation,
                              .patience = 15,
                              .after_epoch = watch_validation,
                              .context = &w};
  nn_training training =
      nn_train(&l.net, l.params, &l.optimizer, &data, options, &rng);
  assert_true(training.epochs < 10000);
  assert_int_equal(training.epochs, w.last);
  assert_int_equal(training.best.epoch, w.best);
  assert_int_equal(training.epochs - training.best.epoch, 15);
  assert_near(evaluated(&l, &validation, NN_QUADRATIC).loss, w.lowest,
              IN_FLOAT_OR(1e-6, 1e-14));
  free_learner(&l);
  nn_dataset_free(&data);
  nn_dataset_free(&validation);
}

static bool stop_at_three(const nn_epoch *epoch, void *context) {
  (void)context;
  return epoch->epoch < 3;
}

static void the_callback_may_stop(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(11);
  nn_dataset xor = nn_dataset_parity(2);
  learner l = new_learner(2, 2, nn_gradient_descent(1), 12);
  nn_train_options options = {
      .loss = NN_QUADRATIC, .epochs = 10, .after_epoch = stop_at_three};
  nn_training training =
      nn_train(&l.net, l.params, &l.optimizer, &xor, options, &rng);
  assert_int_equal(training.epochs, 3);
  assert_int_equal(training.best.epoch, 3);
  options.epochs = 0;
  training = nn_train(&l.net, l.params, &l.optimizer, &xor, options, &rng);
  assert_int_equal(training.epochs, 0);
  free_learner(&l);
  nn_dataset_free(&xor);
}

/* ---- diverging -------------------------------------------------------*/

/* Five examples, one input: a line of data to spoil. */
static nn_dataset line_of_five(void) {
  nn_dataset data = nn_dataset_new(5, 1, 1);
  for (size_t i = 0; i < 5; i++) data.x[i] = data.t[i] = (nn_real)i;
  return data;
}

typedef struct {
  nn_dataset data, validation;
  nn_optimizer_options rule;
  nn_train_options options;
  nn_real w, b;         /* before, and then after */
  nn_training training; /* what came of it */
} line;

static line new_line(void) {
  return (line){
      .data = line_of_five(),
      .validation = line_of_five(),
      .rule = nn_gradient_descent(real(.0625)),
      .options = {
          .loss = NN_QUADRATIC, .epochs = 4, .batch = 2, .in_order = true}};
}

static line *present;

static int train_the_line(int argc, char **argv) {
  (void)argc, (void)argv;
  line *l = present;
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_real params[] = {l->w, l->b};
  nn_optimizer optimizer = nn_optimizer_new(l->rule, 2);
  l->training =
      nn_train(&net, params, &optimizer, &l->data, l->options, NULL);
  l->w = params[0];
  l->b = params[1];
  nn_optimizer_free(&optimizer);
  nn_net_free(&net);
  return 0;
}

/* Trains twice: here, for what came of it, and in a child, for what it
 * said. */
static void assert_diverges(line *l, size_t epochs, const char *sentence) {
  present = l;
  assert_int_equal(run_body(train_the_line, 0, NULL), 0);
  assert_string_equal(said, sentence);
  train_the_line(0, NULL);
  assert_true(l->training.diverged);
  assert_int_equal(l->training.epochs, epochs);
  assert_int_equal(l->training.last.epoch, epochs);
  nn_dataset_free(&l->data);
  nn_dataset_free(&l->validation);
}

static void a_bad_input_is_named(void **state) {
  (void)state;
  line l = new_line();
  l.data.x[3] = (nn_real)NAN;
  assert_diverges(
      &l, 0,
      "nn: nn_train: epoch 1, batch 2: the loss is nan: input 0 of "
      "example 3 is nan; training ends, and the weights are those from "
      "before this batch\n");
  /* The first batch alone, (0, 0) and (1, 1): dw = -1/2, db = -1/2. */
  assert_near(l.w, 1 / 32.0, 0);
  assert_near(l.b, 1 / 32.0, 0);
}

static void a_bad_target_is_named(void **state) {
  (void)state;
  line l = new_line();
  l.data.t[4] = (nn_real)-INFINITY;
  l.rule = nn_adam(real(.01));
  assert_diverges(&l, 0,
                  "nn: nn_train: epoch 1, batch 3: the loss is inf: "
                  "target 0 of example 4 is -inf; training ends, and the "
                  "weights are those from before this batch\n");
  assert_true(isfinite(l.w) && l.w > 0);
}

static void a_large_rate_is_suspected(void **state) {
  (void)state;
  line l = new_line();
  l.rule = nn_momentum(real(1e30), 0);
  l.options.epochs = 10000;
  present = &l;
  assert_int_equal(run_body(train_the_line, 0, NULL), 0);
  assert_non_null(strstr(said, "the learning rate of 1e+30 is probably too "
                               "large; training ends"));
  train_the_line(0, NULL);
  assert_true(l.training.diverged && l.training.epochs < 10);
  nn_dataset_free(&l.data);
  nn_dataset_free(&l.validation);
}

static void bad_weights_are_suspected(void **state) {
  (void)state;
  line l = new_line();
  l.w = (nn_real)NAN;
  assert_diverges(
      &l, 0,
      "nn: nn_train: epoch 1, batch 1: the loss is nan: the weights or "
      "the data are too large, or the weights were not finite to begin "
      "with; training ends, and the weights are those from before this "
      "batch\n");
}

static void a_bad_validation_is_named(void **state) {
  (void)state;
  line l = new_line();
  l.validation.x[2] = (nn_real)INFINITY;
  l.w = 1;
  l.options.validation = &l.validation;
  assert_diverges(&l, 0,
                  "nn: nn_train: epoch 1, validation: the loss is inf: "
                  "input 0 of example 2 is inf; training ends, and the "
                  "weights are those from after this epoch\n");
}

static bool spoil_the_third_epoch(const nn_epoch *epoch, void *context) {
  nn_dataset *data = context;
  if (epoch->epoch == 2) data->x[0] = (nn_real)NAN;
  return true;
}

static void the_best_weights_are_restored(void **state) {
  (void)state;
  line l = new_line();
  l.options.validation = &l.validation;
  l.options.patience = 1;
  l.options.after_epoch = spoil_the_third_epoch;
  l.options.context = &l.data;
  l.options.epochs = 2;
  present = &l;
  train_the_line(0, NULL);
  assert_false(l.training.diverged);
  assert_int_equal(l.training.best.epoch, 2);
  nn_real w = l.w, b = l.b;

  l.w = l.b = l.data.x[0] = 0;
  l.options.epochs = 4;
  train_the_line(0, NULL);
  assert_true(l.training.diverged);
  assert_int_equal(l.training.epochs, 2);
  assert_near(l.w, w, 0);
  assert_near(l.b, b, 0);
  l.w = l.b = l.data.x[0] = 0;
  assert_int_equal(run_body(train_the_line, 0, NULL), 0);
  assert_non_null(strstr(said, "the weights are those of epoch 2\n"));
  nn_dataset_free(&l.data);
  nn_dataset_free(&l.validation);
}

/* ---- plain descent ---------------------------------------------------*/

/* Decay of nothing is no reason for a vector of gradients, and a batch of
 * more than NN_DESCEND_BATCH is one: both ways lead to the same bits. */
static void descent_is_the_same_with_gradients(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(13);
  nn_dataset data = nn_dataset_moons(&rng, 300, real(.1));
  for (size_t batch = 7; batch <= 256; batch += 83) {
    learner l = new_learner(2, 9, nn_gradient_descent(real(.5)), 14);
    learner by_hand = new_learner(2, 9, nn_gradient_descent(real(.5)), 14);
    l.optimizer.options.schedule =
        (nn_schedule){.kind = NN_INVERSE_TIME, .span = 3};
    by_hand.optimizer.options.schedule = l.optimizer.options.schedule;
    nn_train_options options = {.loss = NN_QUADRATIC,
                                .epochs = 1,
                                .batch = batch,
                                .in_order = true};
    nn_train(&l.net, l.params, &l.optimizer, &data, options, NULL);

    nn_pass pass = nn_pass_new(&by_hand.net, batch);
    nn_real *grads = nn_net_vector(&by_hand.net);
    for (size_t i = 0; i < 300; i += batch) {
      size_t count = 300 - i < batch ? 300 - i : batch;
      nn_net_forward(&by_hand.net, by_hand.params,
                     nn_dataset_input(&data, i), count, &pass);
      nn_net_loss(&by_hand.net, &pass, NN_QUADRATIC,
                  nn_dataset_target(&data, i));
      nn_net_backward(&by_hand.net, by_hand.params, &pass, grads);
      nn_optimizer_step(&by_hand.optimizer, by_hand.params, grads);
    }
    assert_memory_equal(l.params, by_hand.params,
                        l.net.params * sizeof *l.params);
    assert_int_equal(l.optimizer.steps, by_hand.optimizer.steps);
    nn_vector_free(grads);
    nn_pass_free(&pass);
    free_learner(&l);
    free_learner(&by_hand);
  }
  nn_dataset_free(&data);
}

/* Ten examples in threes are four steps. */
static void tells_the_schedule_how_long_an_epoch_is(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(15);
  nn_dataset data = nn_dataset_moons(&rng, 10, real(.1));
  nn_train_options options = {
      .loss = NN_QUADRATIC, .epochs = 3, .batch = 3, .in_order = true};
  nn_optimizer_options rule = nn_adam(real(.5));
  rule.schedule =
      (nn_schedule){.kind = NN_COSINE, .span = 12, .warm_up = 4};
  learner in_steps = new_learner(2, 3, rule, 16);
  rule.schedule = (nn_schedule){
      .kind = NN_COSINE, .span = 3, .warm_up = 1, .in_epochs = true};
  learner in_epochs = new_learner(2, 3, rule, 16);
  nn_train(&in_steps.net, in_steps.params, &in_steps.optimizer, &data,
           options, NULL);
  nn_train(&in_epochs.net, in_epochs.params, &in_epochs.optimizer, &data,
           options, NULL);
  assert_memory_equal(in_steps.params, in_epochs.params,
                      in_steps.net.params * sizeof *in_steps.params);
  free_learner(&in_steps);
  free_learner(&in_epochs);
  nn_dataset_free(&data);
}

/* Clipping and decay need the gradient, plain descent does not. */
static void clipped_descent_is_not_plain(void **state) {
  (void)state;
  nn_dataset xor = nn_dataset_parity(2);
  nn_train_options options = {
      .loss = NN_QUADRATIC, .epochs = 1, .in_order = true};
  nn_optimizer_options rule = nn_gradient_descent(1);
  rule.clip_norm = real(1e-3);
  learner l = new_learner(2, 3, rule, 17),
          before = new_learner(2, 3, rule, 17);
  nn_train(&l.net, l.params, &l.optimizer, &xor, options, NULL);
  double squares = 0;
  for (size_t i = 0; i < l.net.params; i++)
    squares += pow((double)(l.params[i] - before.params[i]), 2);
  assert_near(sqrt(squares), 1e-3, IN_FLOAT_OR(1e-6, 1e-12));
  free_learner(&l);
  free_learner(&before);
  nn_dataset_free(&xor);
}

/* A step can be evaluated; its slope is 0, so it does not change. */
static void a_step_learns_nothing(void **state) {
  (void)state;
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_STEP);
  nn_real params[] = {1, 1, real(-.5)};
  nn_dataset xor = nn_dataset_parity(2);
  nn_optimizer optimizer = nn_optimizer_new(nn_gradient_descent(1), 3);
  nn_train_options options = {
      .loss = NN_QUADRATIC, .epochs = 5, .in_order = true};
  nn_train(&net, params, &optimizer, &xor, options, NULL);
  nn_pass pass = nn_pass_new(&net, 4);
  nn_evaluation or = nn_evaluate(&net, params, &xor, NN_QUADRATIC, &pass);
  assert_near(or.accuracy, 0.75, 0);
  assert_near(params[2], -.5, 0);
  nn_pass_free(&pass);
  nn_optimizer_free(&optimizer);
  nn_dataset_free(&xor);
  nn_net_free(&net);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(learns_xor_with_every_rule),
      cmocka_unit_test(the_last_batch_is_short),
      cmocka_unit_test(no_batch_size_is_all),
      cmocka_unit_test(in_order_and_shuffled),
      cmocka_unit_test(stops_early_with_the_best_weights),
      cmocka_unit_test(the_callback_may_stop),
      cmocka_unit_test(a_bad_input_is_named),
      cmocka_unit_test(a_bad_target_is_named),
      cmocka_unit_test(a_large_rate_is_suspected),
      cmocka_unit_test(bad_weights_are_suspected),
      cmocka_unit_test(a_bad_validation_is_named),
      cmocka_unit_test(the_best_weights_are_restored),
      cmocka_unit_test(descent_is_the_same_with_gradients),
      cmocka_unit_test(tells_the_schedule_how_long_an_epoch_is),
      cmocka_unit_test(clipped_descent_is_not_plain),
      cmocka_unit_test(a_step_learns_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
