/* Numbers from every module, to the last bit, for builds to be compared:
 * random numbers, data sets, and the weights of trained networks. */
#include <nn/csv.h>
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <stdio.h>

#include <stdio.h>

static void say_all(const nn_real *x, size_t count) {
  for (size_t i = 0; i < count; i++)
    printf("%a%c", (double)x[i], i % 8 == 7 ? '\n' : ' ');
  printf("\n");
}

static void tell_rng(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  size_t order[100];
  printf("rng\n");
  for (int i = 0; i < 1000; i++) { /* one draw a statement, in order */
    printf("%a ", (double)nn_rng_between(&rng, -3, 7));
    printf("%a ", (double)nn_rng_normal(&rng));
    printf("%zu\n", nn_rng_below(&rng, 1000));
  }
  for (size_t i = 0; i < 100; i++) order[i] = i;
  nn_rng_shuffle(&rng, order, 100);
  for (size_t i = 0; i < 100; i++) printf("%zu ", order[i]);
  printf("\n");
}

static void tell_elementary(void) {
  printf("elementary\n");
  for (int i = -500; i < 500; i++) {
    nn_real x = (nn_real)i / 37;
    const nn_real y[] = {nn_exp(x), nn_log(x + 14), nn_sin(x), nn_cos(x)};
    say_all(y, 4);
  }
}

static void tell_datasets(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  const nn_real noise = (nn_real)0.1;
  nn_dataset sets[5];
  sets[0] = nn_dataset_road(&rng, 99, (nn_real)0.7, (nn_real)0.2, noise);
  sets[1] = nn_dataset_moons(&rng, 99, noise);
  sets[2] = nn_dataset_spirals(&rng, 99, noise);
  sets[3] = nn_dataset_blobs(&rng, 99, 3, noise);
  sets[4] = nn_dataset_sine(&rng, 99, noise);
  printf("datasets\n");
  for (int s = 0; s < 5; s++) {
    nn_dataset_standardise(&sets[s], &sets[s]);
    say_all(sets[s].x, sets[s].count * sets[s].inputs);
    say_all(sets[s].t, sets[s].count * sets[s].targets);
    nn_dataset_free(&sets[s]);
  }
}

/* Trains a network and tells its weights. 27 neurons are whole vectors and
 * a rest, whatever their width; so are batches of 13 for the tiles. */
static void tell_training(nn_run *run, nn_activation hidden,
                          nn_activation last, nn_loss loss,
                          nn_optimizer_options rule, size_t batch) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = nn_dataset_blobs(&rng, 90, 3, (nn_real)0.3);
  nn_error error;
  if (!nn_dataset_one_hot(&data, 3, &error)) printf("no");
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 27, hidden);
  nn_net_add(&net, 9, hidden);
  nn_net_add(&net, 3, last);
  nn_net_add_skips(&net);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_HE, 1, &rng);
  nn_optimizer optimizer = nn_optimizer_new(rule, net.params);
  nn_train_options options = {.loss = loss, .epochs = 6, .batch = batch};
  nn_training training =
      nn_train(&net, params, &optimizer, &data, options, &rng);
  printf("%s %s %s: loss %a\n", nn_activation_name(hidden),
         nn_activation_name(last), nn_loss_name(loss),
         (double)training.last.loss);
  say_all(params, net.params);
  nn_optimizer_free(&optimizer);
  nn_vector_free(params);
  nn_net_free(&net);
  nn_dataset_free(&data);
}

static void tell_trainings(nn_run *run) {
  const nn_real eta = (nn_real)0.05, beta = (nn_real)0.9;
  nn_optimizer_options cosine = nn_gradient_descent(eta);
  cosine.schedule =
      (nn_schedule){.kind = NN_COSINE, .span = 40, .warm_up = 5};
  cosine.weight_decay = (nn_real)0.001;
  printf("trainings\n");
  tell_training(run, NN_SIGMOID, NN_SIGMOID, NN_QUADRATIC, cosine, 13);
  tell_training(run, NN_TANH, NN_SOFTMAX, NN_SOFTMAX_CROSS_ENTROPY,
                nn_momentum(eta, beta), 7);
  tell_training(run, NN_RELU, NN_SIGMOID, NN_BINARY_CROSS_ENTROPY,
                nn_nesterov(eta, beta), 90);
  tell_training(run, NN_LEAKY_RELU, NN_IDENTITY, NN_HUBER, nn_adam(eta), 1);
  tell_training(run, NN_SOFTPLUS, NN_TANH, NN_ABSOLUTE, nn_adagrad(eta),
                32);
  tell_training(run, NN_SIGMOID, NN_SOFTMAX, NN_QUADRATIC,
                nn_rmsprop(eta, beta), 5);
}

/* Descent without a vector of gradients, by 1, 2, 3, ... examples. */
static void tell_descent(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = nn_dataset_spirals(&rng, 40, (nn_real)0.1);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 21, NN_TANH);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_net_add_skips(&net);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_XAVIER, 1, &rng);
  nn_pass pass = nn_pass_new(&net, data.count);
  for (size_t batch = 1; batch <= data.count; batch++) {
    nn_net_forward(&net, params, data.x, batch, &pass);
    nn_net_loss(&net, &pass, NN_QUADRATIC, data.t);
    nn_net_descend(&net, params, &pass, (nn_real)0.3);
  }
  printf("descent\n");
  say_all(params, net.params);
  nn_pass_free(&pass);
  nn_vector_free(params);
  nn_net_free(&net);
  nn_dataset_free(&data);
}

/* Dropout, clipping, AdamW and biases that do not decay. */
static void tell_regularised(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = nn_dataset_moons(&rng, 90, (nn_real)0.2);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 27, NN_RELU);
  nn_net_add_dropout(&net, (nn_real)0.3);
  nn_net_add(&net, 9, NN_TANH);
  nn_net_add_dropout(&net, (nn_real)0.5);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_HE, 1, &rng);
  nn_optimizer_options rule = nn_adamw((nn_real)0.05, (nn_real)0.1);
  rule.clip_norm = (nn_real)0.01;
  rule.schedule = (nn_schedule){
      .kind = NN_COSINE, .span = 6, .warm_up = 1, .in_epochs = true};
  nn_optimizer optimizer = nn_optimizer_new(rule, net.params);
  nn_optimizer_spare_biases(&optimizer, &net);
  nn_train_options options = {
      .loss = NN_BINARY_CROSS_ENTROPY, .epochs = 6, .batch = 13};
  nn_training training =
      nn_train(&net, params, &optimizer, &data, options, &rng);
  printf("regularised: loss %a\n", (double)training.last.loss);
  say_all(params, net.params);
  nn_optimizer_free(&optimizer);
  nn_vector_free(params);
  nn_net_free(&net);
  nn_dataset_free(&data);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "numbers to compare builds by", 7);
  tell_rng(run);
  tell_elementary();
  tell_datasets(run);
  tell_trainings(run);
  tell_descent(run);
  tell_regularised(run);
  return nn_run_end(run);
}
