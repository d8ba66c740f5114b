#include <nn/checkpoint.h>
#include <nn/train.h>
#include <nn/vector.h>

#include "child.h"
#include "comma_locale.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static char path[64]; /* of the checkpoint */

static nn_real real(double x) {
  return (nn_real)x;
}

/* ---- a training ------------------------------------------------------*/

/* All that a training starts with or changes. */
typedef struct {
  nn_dataset data, validation;
  nn_net net;
  nn_real *params;
  nn_optimizer optimizer;
  nn_train_options options;
  nn_rng rng;
  nn_training training;
} setting;

static setting new_setting(nn_optimizer_options rule, double dropout) {
  setting s = {.net = nn_net_new(2),
               .rng = nn_rng_seeded(1),
               .options = {.loss = NN_BINARY_CROSS_ENTROPY,
                           .epochs = 8,
                           .batch = 7}};
  s.data = nn_dataset_moons(&s.rng, 40, real(.3));
  s.validation = nn_dataset_moons(&s.rng, 40, real(.3));
  nn_net_add(&s.net, 9, NN_TANH);
  nn_net_add_dropout(&s.net, real(dropout));
  nn_net_add(&s.net, 1, NN_SIGMOID);
  nn_net_add_skips(&s.net);
  s.params = nn_net_vector(&s.net);
  nn_net_init(&s.net, s.params, NN_XAVIER, 1, &s.rng);
  s.optimizer = nn_optimizer_new(rule, s.net.params);
  return s;
}

static void free_setting(setting *s) {
  nn_dataset_free(&s->data);
  nn_dataset_free(&s->validation);
  nn_optimizer_free(&s->optimizer);
  nn_vector_free(s->params);
  nn_net_free(&s->net);
}

static void train(setting *s) {
  s->training = nn_train(&s->net, s->params, &s->optimizer, &s->data,
                         s->options, &s->rng);
}

static bool equal(const nn_real *x, const nn_real *y, size_t count) {
  return (!x && !y) || memcmp(x, y, count * sizeof *x) == 0;
}

static bool equal_epochs(const nn_epoch *x, const nn_epoch *y) {
  return x->epoch == y->epoch && equal(&x->loss, &y->loss, 1) &&
         equal(&x->validation.loss, &y->validation.loss, 1) &&
         equal(&x->validation.accuracy, &y->validation.accuracy, 1);
}

static void assert_equal(const setting *x, const setting *y) {
  const nn_optimizer *o = &x->optimizer, *p = &y->optimizer;
  assert_true(equal(x->params, y->params, x->net.params));
  assert_true(equal(o->v, p->v, o->count));
  assert_true(equal(o->s, p->s, o->count));
  assert_true(equal(&o->beta_power, &p->beta_power, 1));
  assert_true(equal(&o->rho_power, &p->rho_power, 1));
  assert_int_equal(o->steps, p->steps);
  assert_memory_equal(&x->rng, &y->rng, sizeof x->rng);
  assert_int_equal(x->training.epochs, y->training.epochs);
  assert_true(equal_epochs(&x->training.best, &y->training.best));
  assert_true(equal_epochs(&x->training.last, &y->training.last));
}

static nn_optimizer_options rule_number(size_t r) {
  const nn_optimizer_options rules[] = {
      nn_gradient_descent(real(.5)),   nn_momentum(real(.1), real(.9)),
      nn_nesterov(real(.1), real(.9)), nn_adagrad(real(.1)),
      nn_rmsprop(real(.02), real(.9)), nn_adam(real(.02)),
      nn_adamw(real(.02), real(.1))};
  return rules[r];
}

enum { RULES = 7 };

/* ---- a loop of one's own ---------------------------------------------*/

/* So many steps by all examples, under dropout. */
static void step(setting *s, int steps) {
  nn_pass pass = nn_pass_new(&s->net, s->data.count);
  nn_real *grads = nn_net_vector(&s->net);
  pass.rng = &s->rng;
  for (int k = 0; k < steps; k++) {
    nn_net_forward(&s->net, s->params, s->data.x, s->data.count, &pass);
    nn_net_loss(&s->net, &pass, s->options.loss, s->data.t);
    nn_net_backward(&s->net, s->params, &pass, grads);
    nn_optimizer_step(&s->optimizer, s->params, grads);
  }
  nn_vector_free(grads);
  nn_pass_free(&pass);
}

static bool saved(const setting *s, nn_error *error) {
  return nn_checkpoint_save(path, &s->net, s->params, &s->optimizer,
                            &s->rng, error);
}

static bool loaded(setting *s, nn_error *error) {
  return nn_checkpoint_load(path, &s->net, s->params, &s->optimizer,
                            &s->rng, error);
}

static void loops_go_on(void **state) {
  (void)state;
  nn_error error;
  for (size_t r = 0; r < RULES; r++) {
    setting whole = new_setting(rule_number(r), .3);
    setting first = new_setting(rule_number(r), .3);
    setting then = new_setting(rule_number(r), .3);
    step(&whole, 9);
    step(&first, 4);
    assert_true(saved(&first, &error));
    step(&then, 1); /* whatever it was before */
    assert_true(loaded(&then, &error));
    step(&then, 5);
    assert_equal(&whole, &then);
    free_setting(&whole);
    free_setting(&first);
    free_setting(&then);
  }
}

static void no_generator_is_needed(void **state) {
  (void)state;
  nn_error error;
  setting s = new_setting(nn_adam(1), 0);
  nn_real before = s.params[0];
  assert_true(nn_checkpoint_save(path, &s.net, s.params, &s.optimizer, NULL,
                                 &error));
  s.params[0] = 7;
  assert_true(nn_checkpoint_load(path, &s.net, s.params, &s.optimizer, NULL,
                                 &error));
  assert_near(s.params[0], before, 0);
  assert_false(loaded(&s, &error));
  assert_non_null(strstr(error.text, "'holds params v s', but here it is "
                                     "'holds params v s rng'"));
  free_setting(&s);
}

static void numbers_have_a_point(void **state) {
  (void)state;
  nn_error error;
  set_comma_locale();
  setting s = new_setting(nn_adam(real(.5)), .5);
  assert_true(saved(&s, &error));
  assert_true(loaded(&s, &error));
  assert_null(strchr(content(path), ','));
  assert_comma_locale();
  setlocale(LC_ALL, "C");
  free_setting(&s);
}

/* ---- refusals --------------------------------------------------------*/

static void assert_not_loaded(setting *s, const char *why) {
  nn_error error;
  nn_real *before = nn_net_vector(&s->net);
  nn_rng rng = s->rng;
  memcpy(before, s->params, s->net.params * sizeof *before);
  assert_false(loaded(s, &error));
  if (!strstr(error.text, why)) fail_msg("said '%s'", error.text);
  assert_true(equal(s->params, before, s->net.params));
  assert_int_equal(s->optimizer.steps, 0);
  assert_memory_equal(&s->rng, &rng, sizeof rng);
  nn_vector_free(before);
}

static void other_trainings_are_refused(void **state) {
  (void)state;
  nn_error error;
  setting s = new_setting(nn_adam(real(.25)), .5);
  step(&s, 1);
  assert_true(saved(&s, &error));

  setting other = new_setting(nn_adam(real(.5)), .5);
  assert_not_loaded(&other, ":7: 'learning-rate 0x1p-2', but here it is "
                            "'learning-rate 0x1p-1': the checkpoint is of "
                            "another training");
  free_setting(&other);
  other = new_setting(nn_rmsprop(real(.25), real(.9)), .5);
  assert_not_loaded(&other, ":6: 'rule adam', but here it is 'rule rms");
  free_setting(&other);
  other = new_setting(nn_adam(real(.25)), .25);
  assert_not_loaded(&other, ":4: 'layer 9 tanh dropout 0x1p-1', but here");
  free_setting(&other);
  other = new_setting(nn_adam(real(.25)), .5);
  nn_optimizer_spare_biases(&other.optimizer, &other.net);
  assert_not_loaded(&other, "but here it is 'spared 18 to 27'");
  free_setting(&other);
  other = new_setting(nn_adam(real(.25)), .5);
  other.optimizer.options.schedule.warm_up = 3;
  assert_not_loaded(&other, "'warm-up 0', but here it is 'warm-up 3'");
  free_setting(&other);
  free_setting(&s);
}

static void write_file(const char *text, size_t length) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, length, file), length);
  fclose(file);
}

static void damaged_files_are_refused(void **state) {
  (void)state;
  nn_error error;
  setting s = new_setting(nn_adam(real(.25)), .5);
  assert_true(saved(&s, &error));
  char *text = strdup(content(path));
  size_t length = strlen(text);
  for (size_t end = 0; end < length; end += 1 + end / 99) {
    write_file(text, end);
    assert_not_loaded(&s, path);
  }
  for (size_t at = 0; at < length; at += 1 + at / 99) {
    char kept = text[at];
    text[at] = kept == '1' ? '2' : '1';
    write_file(text, length);
    assert_not_loaded(&s, path);
    text[at] = kept;
  }
  write_file(text, length);
  assert_true(loaded(&s, &error));
  remove(path);
  assert_not_loaded(&s, "cannot be opened: No such file");
  free(text);
  free_setting(&s);
}

/* On a disk with no room for all of it. */
static int save_on_a_full_disk(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_error error;
  setting s = new_setting(nn_adam(real(.25)), .5);
  struct rlimit limit = {1000, 1000};
  step(&s, 1);
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &limit);
  return saved(&s, &error) ||
         !strstr(error.text, "cannot be written: File too large");
}

static void an_old_file_survives(void **state) {
  (void)state;
  nn_error error;
  setting s = new_setting(nn_adam(real(.25)), .5);
  assert_true(saved(&s, &error));
  char *before = strdup(content(path)), part[80];
  assert_int_equal(run_body(save_on_a_full_disk, 0, NULL), 0);
  assert_string_equal(content(path), before);
  snprintf(part, sizeof part, "%s.part", path);
  assert_int_equal(access(part, F_OK), -1);
  free(before);
  free_setting(&s);
}

static int save_for_another(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_error error;
  setting s = new_setting(nn_adam(1), 0);
  s.optimizer.count = 3;
  return saved(&s, &error);
}

static void an_optimizer_of_another_count(void **state) {
  (void)state;
  assert_refused(save_for_another,
                 "nn: nn_checkpoint_save: the optimizer is for 3 weights, "
                 "but the network has 39\n");
}

/* ---- nn_train --------------------------------------------------------*/

/* A training of each kind: what is shuffled, what is validated, what
 * shortens it. */
static setting new_training(size_t kind) {
  setting s = new_setting(rule_number(kind % RULES), kind % 2 ? .3 : 0);
  s.options.in_order = kind == 0;
  s.optimizer.options.schedule = (nn_schedule){
      .kind = NN_COSINE, .span = 6, .warm_up = 2, .in_epochs = true};
  s.options.epochs = 12;
  s.options.checkpoint = path;
  return s;
}

/* What a callback does belongs to the training. */
static bool disturb(const nn_epoch *epoch, void *context) {
  (void)epoch;
  setting *s = context;
  s->params[0] = nn_rng_uniform(&s->rng);
  return true;
}

/* The settings move: what is in them is pointed at when they are still. */
static void point_inside(setting *s, size_t kind) {
  if (kind == 5) s->options.after_epoch = disturb;
  s->options.context = s;
  if (kind % 3 == 0) return;
  s->options.validation = &s->validation;
  s->options.patience = kind % 3 == 1 ? 4 : 0;
}

static setting uninterrupted(size_t kind) {
  setting s = new_training(kind);
  point_inside(&s, kind);
  s.options.checkpoint = NULL;
  train(&s);
  return s;
}

static void trainings_go_on(void **state) {
  (void)state;
  for (size_t kind = 0; kind < RULES; kind++) {
    setting whole = uninterrupted(kind);
    for (size_t epochs = 0; epochs < 9; epochs = 3 * epochs + 1) {
      remove(path);
      setting first = new_training(kind), then = new_training(kind);
      point_inside(&first, kind);
      point_inside(&then, kind);
      first.options.epochs = epochs;
      train(&first);
      train(&then);
      assert_equal(&whole, &then);
      free_setting(&first);
      free_setting(&then);
    }
    free_setting(&whole);
  }
}

static size_t calls;

static bool count_calls(const nn_epoch *epoch, void *context) {
  (void)epoch, (void)context;
  calls++;
  return true;
}

static void what_is_over_is_there_at_once(void **state) {
  (void)state;
  remove(path);
  setting first = new_training(4), again = new_training(4);
  point_inside(&first, 4);
  point_inside(&again, 4);
  first.options.epochs = again.options.epochs = 60;
  train(&first);
  assert_int_equal(first.options.patience, 4);
  assert_true(first.training.epochs < 60);
  again.options.after_epoch = count_calls;
  calls = 0;
  train(&again);
  assert_int_equal(calls, 0);
  assert_equal(&first, &again);
  free_setting(&first);
  free_setting(&again);
}

/* Trains in a process of its own, which is killed after so many
 * nanoseconds. Has it come to its end? */
static bool train_for(size_t kind, long nanoseconds) {
  int status;
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    setting s = new_training(kind);
    point_inside(&s, kind);
    train(&s);
    _exit(0);
  }
  struct timespec time = {nanoseconds / 1000000000,
                          nanoseconds % 1000000000};
  nanosleep(&time, NULL);
  kill(child, SIGKILL);
  assert_int_equal(waitpid(child, &status, 0), child);
  if (WIFEXITED(status)) assert_int_equal(WEXITSTATUS(status), 0);
  return WIFEXITED(status);
}

static void kills_do_no_harm(void **state) {
  (void)state;
  for (size_t kind = 4; kind < 6; kind++) {
    setting whole = uninterrupted(kind), then = new_training(kind);
    point_inside(&then, kind);
    remove(path);
    long time = 500000;
    while (!train_for(kind, time)) time += time / 8;
    train(&then);
    assert_equal(&whole, &then);
    free_setting(&whole);
    free_setting(&then);
  }
}

static size_t spoilt_kind; /* which part of the setting is another */

static int train_another(int argc, char **argv) {
  (void)argc, (void)argv;
  setting s = new_training(1);
  point_inside(&s, 1);
  switch (spoilt_kind) {
  case 0:
    s.data.x[3] += 1;
    break;
  case 1:
    s.validation.t[3] += 1;
    break;
  case 2:
    s.options.batch = 8;
    break;
  case 3:
    s.options.loss = NN_QUADRATIC;
    break;
  case 4:
    s.options.patience = 9;
    break;
  case 5:
    s.options.checkpoint = "no/such/folder";
    break;
  }
  train(&s);
  return 0;
}

static void other_data_are_refused(void **state) {
  (void)state;
  static const char *const why[] = {
      "'data 40 check ", "'validation 40 check ", "'batch 7', but",
      "'loss binary-cross-entropy', but", "'patience 4', but"};
  remove(path);
  setting s = new_training(1);
  point_inside(&s, 1);
  train(&s);
  for (spoilt_kind = 0; spoilt_kind < 5; spoilt_kind++) {
    assert_int_equal(run_body(train_another, 0, NULL), EXIT_FAILURE);
    assert_non_null(strstr(said, "nn: nn_train: checkpoint"));
    assert_non_null(strstr(said, why[spoilt_kind]));
    assert_non_null(strstr(said, "; to begin anew, remove it\n"));
  }
  assert_int_equal(run_body(train_another, 0, NULL), 0);
  assert_non_null(strstr(said,
                         "nn: nn_train: the checkpoint no/such/folder: "
                         "cannot be written: "));
  free_setting(&s);
}

static int name_the_file(void **state) {
  (void)state;
  snprintf(path, sizeof path, "checkpoint-%zu.nn", sizeof(nn_real));
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loops_go_on),
      cmocka_unit_test(no_generator_is_needed),
      cmocka_unit_test(numbers_have_a_point),
      cmocka_unit_test(other_trainings_are_refused),
      cmocka_unit_test(damaged_files_are_refused),
      cmocka_unit_test(an_old_file_survives),
      cmocka_unit_test(an_optimizer_of_another_count),
      cmocka_unit_test(trainings_go_on),
      cmocka_unit_test(what_is_over_is_there_at_once),
      cmocka_unit_test(kills_do_no_harm),
      cmocka_unit_test(other_data_are_refused),
  };
  return cmocka_run_group_tests(tests, name_the_file, NULL);
}
