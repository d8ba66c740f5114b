/* What the library says when it is called in a way that cannot work. */
#include <nn/train.h>
#include <nn/vector.h>

#include "child.h"

/* A training that would work, for each misuse to spoil one thing of. */
typedef struct {
  nn_net net; /* 2-3-1 */
  nn_real *params;
  nn_pass pass; /* for 4 examples */
  nn_dataset data;
  nn_optimizer_options rule;
  nn_train_options options;
  nn_rng rng;
} setting;

static setting new_setting(void) {
  setting s = {.net = nn_net_new(2),
               .data = nn_dataset_parity(2),
               .rule = nn_gradient_descent(1),
               .options = {.loss = NN_QUADRATIC, .epochs = 1},
               .rng = nn_rng_seeded(1)};
  nn_net_add(&s.net, 3, NN_TANH);
  nn_net_add(&s.net, 1, NN_TANH);
  s.params = nn_net_vector(&s.net);
  s.pass = nn_pass_new(&s.net, 4);
  return s;
}

static void train(setting *s) {
  nn_optimizer optimizer = nn_optimizer_new(s->rule, s->net.params);
  nn_train(&s->net, s->params, &optimizer, &s->data, s->options, &s->rng);
}

typedef void misuse(setting *s);
static misuse *present;

static int misuse_a_setting(int argc, char **argv) {
  (void)argc, (void)argv;
  setting s = new_setting();
  present(&s);
  return 0;
}

static void assert_refuses(misuse *what, const char *sentence) {
  present = what;
  assert_refused(misuse_a_setting, sentence);
}

/* ---- a network -------------------------------------------------------*/

static void no_outputs(setting *s) {
  nn_net_add(&s->net, 0, NN_TANH);
}

static void no_activation(setting *s) {
  nn_net_add(&s->net, 1, NN_ACTIVATIONS);
}

static void skips_of_one_layer(setting *s) {
  (void)s;
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_TANH);
  nn_net_add_skips(&net);
}

static void skips_twice(setting *s) {
  nn_net_add_skips(&s->net);
  nn_net_add_skips(&s->net);
}

static void a_layer_after_skips(setting *s) {
  nn_net_add_skips(&s->net);
  nn_net_add(&s->net, 1, NN_TANH);
}

static void init_without_rng(setting *s) {
  nn_net_init(&s->net, s->params, NN_HE, 1, NULL);
}

static void dropout_of_no_layer(setting *s) {
  (void)s;
  nn_net net = nn_net_new(2);
  nn_net_add_dropout(&net, 0);
}

static void dropout_of_all(setting *s) {
  nn_net_add_dropout(&s->net, 1);
}

static void dropout_of_the_outputs(setting *s) {
  nn_net_add_dropout(&s->net, (nn_real).5);
  nn_pass_new(&s->net, 1);
}

static void networks(void **state) {
  (void)state;
  assert_refuses(no_outputs,
                 "nn: nn_net_add: a layer needs at least one output\n");
  assert_refuses(no_activation, "nn: nn_net_add: 8 is no activation\n");
  assert_refuses(skips_of_one_layer,
                 "nn: nn_net_add_skips: skip connections need two layers "
                 "or more: call nn_net_add first\n");
  assert_refuses(skips_twice,
                 "nn: nn_net_add_skips: the last layer has skip "
                 "connections already\n");
  assert_refuses(a_layer_after_skips,
                 "nn: nn_net_add: the last layer has skip connections: no "
                 "layer may follow it\n");
  assert_refuses(init_without_rng,
                 "nn: nn_net_init: rng is NULL, but all initial weights "
                 "except NN_CONSTANT are random: make a generator with "
                 "nn_rng_seeded\n");
  assert_refuses(dropout_of_no_layer,
                 "nn: nn_net_add_dropout: the network has no layers: call "
                 "nn_net_add first\n");
  assert_refuses(dropout_of_all,
                 "nn: nn_net_add_dropout: the probability is 1: it must "
                 "be at least 0 and below 1\n");
  assert_refuses(
      dropout_of_the_outputs,
      "nn: nn_pass_new: the last layer has dropout, but a "
      "network's outputs are never dropped: add another layer\n");
}

/* ---- a pass ----------------------------------------------------------*/

static void pass_without_layers(setting *s) {
  (void)s;
  nn_net net = nn_net_new(2);
  nn_pass_new(&net, 1);
}

static void pass_without_room(setting *s) {
  nn_pass_new(&s->net, 0);
}

static void batch_without_room(setting *s) {
  nn_net_forward(&s->net, s->params, s->data.x, 5, &s->pass);
}

static void empty_batch(setting *s) {
  nn_net_forward(&s->net, s->params, s->data.x, 0, &s->pass);
}

static void pass_made_too_early(setting *s) {
  nn_net_add(&s->net, 1, NN_TANH);
  nn_net_forward(&s->net, nn_net_vector(&s->net), s->data.x, 4, &s->pass);
}

static void loss_that_does_not_suit(setting *s) {
  nn_net_forward(&s->net, s->params, s->data.x, 4, &s->pass);
  nn_net_loss(&s->net, &s->pass, NN_BINARY_CROSS_ENTROPY, s->data.t);
}

static void descent_by_too_many(setting *s) {
  enum { BATCH = NN_DESCEND_BATCH + 1 };
  nn_pass pass = nn_pass_new(&s->net, BATCH);
  nn_net_forward(&s->net, s->params, nn_vector_new(2 * BATCH), BATCH,
                 &pass);
  nn_net_loss(&s->net, &pass, NN_QUADRATIC, nn_vector_new(BATCH));
  nn_net_descend(&s->net, s->params, &pass, 1);
}

static void passes(void **state) {
  (void)state;
  assert_refuses(pass_without_layers,
                 "nn: nn_pass_new: the network has no layers: call "
                 "nn_net_add first\n");
  assert_refuses(pass_without_room,
                 "nn: nn_pass_new: the capacity is 0: it must be the size "
                 "of the largest batch\n");
  assert_refuses(batch_without_room,
                 "nn: nn_net_forward: a batch of 5 examples, but the pass "
                 "has room for 1 to 4: give nn_pass_new the size of the "
                 "largest batch\n");
  assert_refuses(empty_batch,
                 "nn: nn_net_forward: a batch of 0 examples, but the pass "
                 "has room for 1 to 4: give nn_pass_new the size of the "
                 "largest batch\n");
  assert_refuses(pass_made_too_early,
                 "nn: nn_net_forward: the pass was made for a network of "
                 "depth 2, but this one has depth 3: make the pass after "
                 "the last layer is added\n");
  assert_refuses(loss_that_does_not_suit,
                 "nn: nn_net_loss: the loss binary-cross-entropy goes with "
                 "a last layer of identity or sigmoid, but this network's "
                 "is tanh\n");
  assert_refuses(descent_by_too_many,
                 "nn: nn_net_descend: a batch of 257 examples, but the "
                 "most is 256: for larger ones use nn_net_backward and "
                 "nn_optimizer_step\n");
}

/* ---- an optimiser ----------------------------------------------------*/

static void negative_rate(setting *s) {
  s->rule.learning_rate = -1;
  train(s);
}

static void infinite_rate(setting *s) {
  s->rule.learning_rate = (nn_real)INFINITY;
  train(s);
}

static void beta_of_one(setting *s) {
  s->rule = nn_momentum(1, 1);
  train(s);
}

static void rho_of_nan(setting *s) {
  s->rule = nn_rmsprop(1, (nn_real)NAN);
  train(s);
}

static void negative_decay(setting *s) {
  s->rule.weight_decay = -2;
  train(s);
}

static void negative_clipping(setting *s) {
  s->rule.clip_norm = -3;
  train(s);
}

static void biases_of_another_network(setting *s) {
  nn_optimizer optimizer = nn_optimizer_new(s->rule, 7);
  nn_optimizer_spare_biases(&optimizer, &s->net);
}

static void schedule_without_epochs(setting *s) {
  s->rule.schedule =
      (nn_schedule){.kind = NN_COSINE, .span = 1, .in_epochs = true};
  nn_optimizer optimizer = nn_optimizer_new(s->rule, s->net.params);
  nn_optimizer_rate(&optimizer);
}

static void factor_of_an_epoch(setting *s) {
  s->rule.schedule.in_epochs = true;
  nn_schedule_factor(&s->rule.schedule, 0);
}

static void schedule_without_span(setting *s) {
  s->rule.schedule.kind = NN_COSINE;
  train(s);
}

static void optimisers(void **state) {
  (void)state;
  assert_refuses(negative_rate,
                 "nn: nn_optimizer_new: the learning rate is -1: it must "
                 "be finite and not negative\n");
  assert_refuses(infinite_rate,
                 "nn: nn_optimizer_new: the learning rate is inf: it must "
                 "be finite and not negative\n");
  assert_refuses(beta_of_one,
                 "nn: nn_optimizer_new: beta is 1: it must be at least 0 "
                 "and below 1\n");
  assert_refuses(rho_of_nan,
                 "nn: nn_optimizer_new: rho is nan: it must be at least 0 "
                 "and below 1\n");
  assert_refuses(negative_decay,
                 "nn: nn_optimizer_new: the weight decay is -2: it must "
                 "be finite and not negative\n");
  assert_refuses(negative_clipping,
                 "nn: nn_optimizer_new: clip_norm is -3: it must not be "
                 "negative; 0 clips nothing\n");
  assert_refuses(biases_of_another_network,
                 "nn: nn_optimizer_spare_biases: the optimizer is for 7 "
                 "weights, but the network has 13\n");
  assert_refuses(schedule_without_epochs,
                 "nn: nn_schedule_in_steps: the schedule counts epochs, "
                 "but the number of steps in one is not known: nn_train "
                 "sets it; in a loop of your own, set "
                 "optimizer.steps_per_epoch\n");
  assert_refuses(factor_of_an_epoch,
                 "nn: nn_schedule_factor: the schedule counts epochs: "
                 "convert it with nn_schedule_in_steps\n");
  assert_refuses(schedule_without_span,
                 "nn: nn_schedule_factor: the schedule's span is 0: every "
                 "schedule but the constant one needs .span\n");
}

/* ---- a training ------------------------------------------------------*/

static void no_one_hot(setting *s) {
  s->net = nn_net_new(2);
  nn_net_add(&s->net, 10, NN_SOFTMAX);
  train(s);
}

static void other_targets(setting *s) {
  s->data = nn_dataset_encoder(2);
  train(s);
}

static void other_inputs(setting *s) {
  s->data = nn_dataset_parity(1);
  train(s);
}

static void no_examples(setting *s) {
  s->data = nn_dataset_new(0, 2, 1);
  train(s);
}

static void validation_of_another_shape(setting *s) {
  nn_dataset validation = nn_dataset_parity(3);
  s->options.validation = &validation;
  train(s);
}

static void optimizer_of_another_count(setting *s) {
  nn_optimizer optimizer = nn_optimizer_new(s->rule, 7);
  nn_train(&s->net, s->params, &optimizer, &s->data, s->options, &s->rng);
}

static void no_rng(setting *s) {
  nn_optimizer optimizer = nn_optimizer_new(s->rule, s->net.params);
  nn_train(&s->net, s->params, &optimizer, &s->data, s->options, NULL);
}

static void dropout_without_rng(setting *s) {
  nn_net_add_dropout(&s->net, (nn_real).5);
  nn_net_add(&s->net, 1, NN_TANH);
  s->options.in_order = true;
  nn_optimizer optimizer = nn_optimizer_new(s->rule, s->net.params);
  nn_train(&s->net, s->params, &optimizer, &s->data, s->options, NULL);
}

static void patience_without_validation(setting *s) {
  s->options.patience = 3;
  train(s);
}

static void evaluation_of_another_shape(setting *s) {
  nn_dataset data = nn_dataset_parity(3);
  nn_evaluate(&s->net, s->params, &data, NN_QUADRATIC, &s->pass);
}

static void trainings(void **state) {
  (void)state;
  assert_refuses(
      no_one_hot,
      "nn: nn_train: the data have 1 target for each example, "
      "but the network has 10 outputs; nn_dataset_one_hot(&data, "
      "10, &error) makes 10 of a class's number\n");
  assert_refuses(other_targets,
                 "nn: nn_train: the data have 2 targets for each example, "
                 "but the network has 1 output\n");
  assert_refuses(other_inputs,
                 "nn: nn_train: the data have 1 input for each example, "
                 "but the network has 2\n");
  assert_refuses(no_examples, "nn: nn_train: the data have no examples\n");
  assert_refuses(validation_of_another_shape,
                 "nn: nn_train: the validation data have 3 inputs for each "
                 "example, but the network has 2\n");
  assert_refuses(optimizer_of_another_count,
                 "nn: nn_train: the optimizer is for 7 weights, but the "
                 "network has 13: make it with nn_optimizer_new(options, "
                 "net.params)\n");
  assert_refuses(no_rng,
                 "nn: nn_train: rng is NULL, but the examples are to be "
                 "shuffled: pass a generator, or set .in_order\n");
  assert_refuses(dropout_without_rng,
                 "nn: nn_train: rng is NULL, but dropout draws random "
                 "masks: pass a generator\n");
  assert_refuses(patience_without_validation,
                 "nn: nn_train: patience needs a validation loss: set "
                 ".validation\n");
  assert_refuses(evaluation_of_another_shape,
                 "nn: nn_evaluate: the data have 3 inputs for each "
                 "example, but the network has 2\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(networks),
      cmocka_unit_test(passes),
      cmocka_unit_test(optimisers),
      cmocka_unit_test(trainings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
