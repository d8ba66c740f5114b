/* Chapter 2: what one neuron cannot compute, and what two layers can. */
#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/rng.h>
#include <nn/train.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* ---- which functions a line can separate -----------------------------*/

enum { INPUTS_MAX = 4 };

/* A neuron's weights for up to four inputs, its bias last. */
typedef struct {
  int w[INPUTS_MAX + 1];
} weights;

/* The weighted sum for a row of the truth table, whose digits are the
 * inputs. */
static int sum_for(const weights *now, size_t inputs, size_t row) {
  int z = now->w[inputs];
  for (size_t i = 0; i < inputs; i++)
    if (row >> i & 1) z += now->w[i];
  return z;
}

/* The perceptron rule on every row once. True if it found a mistake. */
static bool learn_epoch(weights *now, size_t inputs, uint64_t table) {
  bool mistaken = false;
  for (size_t row = 0; row < (size_t)1 << inputs; row++) {
    int y = table >> row & 1 ? 1 : -1;
    if (y * sum_for(now, inputs, row) > 0) continue;
    for (size_t i = 0; i < inputs; i++)
      if (row >> i & 1) now->w[i] += y;
    now->w[inputs] += y;
    mistaken = true;
  }
  return mistaken;
}

/* Trains until an epoch passes without a mistake (true), or ends with
 * weights with which an earlier one ended (false). One earlier epoch is
 * kept, and exchanged for the present one at epochs 1, 2, 4, 8, ...: then
 * a circle of any length, begun at any time, is found. */
static bool separable(size_t inputs, uint64_t table, size_t *epochs) {
  weights now = {0}, kept = {0};
  size_t exchange = 1;
  for (*epochs = 1; learn_epoch(&now, inputs, table); ++*epochs) {
    if (memcmp(&now, &kept, sizeof now) == 0) return false;
    if (*epochs == exchange) {
      kept = now;
      exchange *= 2;
    }
  }
  return true;
}

static size_t larger(size_t a, size_t b) {
  return a > b ? a : b;
}

/* All functions of so many inputs, decided, and the epochs that the slowest
 * decision took: to learn a function, or to prove that there is no line. */
typedef struct {
  size_t functions, separable;
  size_t epochs_to_learn, epochs_to_refute;
} census;

static census take_census(size_t inputs) {
  census found = {.functions = (size_t)1 << (1 << inputs)};
  for (size_t table = 0; table < found.functions; table++) {
    size_t epochs;
    if (separable(inputs, table, &epochs)) {
      found.separable++;
      found.epochs_to_learn = larger(found.epochs_to_learn, epochs);
    } else {
      found.epochs_to_refute = larger(found.epochs_to_refute, epochs);
    }
  }
  return found;
}

static double share_in_percent(census found) {
  return 100 * (double)found.separable / (double)found.functions;
}

static void print_census(void) {
  printf("Functions that one neuron can compute\n\n"
         " inputs  functions  separable   share\n");
  for (size_t inputs = 1; inputs <= INPUTS_MAX; inputs++) {
    census found = take_census(inputs);
    printf("%7zu%11zu%11zu%7.1f%%\n", inputs, found.functions,
           found.separable, share_in_percent(found));
  }
}

/* ---- two layers by hand ----------------------------------------------*/

/* Two hidden neurons that step, OR and AND, and one that fires for OR
 * without AND. In order: from x1 to OR and AND, from x2 to OR and AND, the
 * biases of OR and AND; from OR and AND to the output, and its bias. */
static const nn_real by_hand[] = {1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.5};

static nn_net two_layers(nn_activation activation) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, activation);
  nn_net_add(&net, 1, activation);
  return net;
}

/* An input and what the neurons of both layers say to it. */
typedef struct {
  nn_real x[2], hidden[2], output;
} answer;

/* Row r of the truth table has the digits of r as its inputs. */
static answer ask(const nn_net *net, const nn_real *params, unsigned row) {
  answer given = {.x = {(nn_real)(row >> 1), (nn_real)(row & 1)}};
  nn_pass pass = nn_pass_new(net, 1);
  nn_net_forward(net, params, given.x, 1, &pass);
  for (size_t j = 0; j < net->layer[0].outputs; j++)
    given.hidden[j] = pass.a[0][j];
  given.output = *nn_pass_output(&pass);
  nn_pass_free(&pass);
  return given;
}

static void print_answers(const nn_net *net, const nn_real *params) {
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(net, params, row);
    printf("%3.0f%4.0f  ", (double)given.x[0], (double)given.x[1]);
    for (size_t j = 0; j < net->layer[0].outputs; j++)
      printf("%4.0f", (double)given.hidden[j]);
    printf("%9.0f\n", (double)given.output);
  }
}

static void try_by_hand(void) {
  nn_net net = two_layers(NN_STEP);
  printf("XOR with two hidden neurons\n\n"
         " x1  x2    OR  AND   answer\n");
  print_answers(&net, by_hand);
  nn_net_free(&net);
}

/* ---- two linear layers are one ---------------------------------------*/

typedef struct {
  nn_real w[2], b;
} line;

/* The single neuron that says what two linear layers say: its weights are
 * the product of theirs. */
static line collapse(const nn_net *net, const nn_real *params) {
  const nn_layer *hidden = &net->layer[0], *last = &net->layer[1];
  const nn_real *w = params + hidden->weights, *b = params + hidden->biases;
  const nn_real *v = params + last->weights;
  line one = {.b = params[last->biases]};
  for (size_t j = 0; j < hidden->outputs; j++) {
    one.w[0] += w[j] * v[j];
    one.w[1] += w[hidden->outputs + j] * v[j];
    one.b += b[j] * v[j];
  }
  return one;
}

enum { SEED = 1969, LINEAR_NETS = 1000 };

/* The largest differences that were found in random linear networks. */
typedef struct {
  double from_one;  /* between an answer and the single neuron's */
  double diagonals; /* between the sums over the square's diagonals */
} differences;

/* Compares a network's answers to 00, 01, 10 and 11. */
static void compare(differences *most, const nn_net *net,
                    const nn_real *params) {
  line one = collapse(net, params);
  nn_real a[4];
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(net, params, row);
    nn_real alone = one.w[0] * given.x[0] + one.w[1] * given.x[1] + one.b;
    a[row] = given.output;
    most->from_one = fmax(most->from_one, fabs((double)(a[row] - alone)));
  }
  double sums = (double)(a[0] + a[3]) - (double)(a[1] + a[2]);
  most->diagonals = fmax(most->diagonals, fabs(sums));
}

static differences compare_many(nn_rng *rng) {
  nn_net net = two_layers(NN_IDENTITY);
  nn_real *params = nn_net_vector(&net);
  differences most = {0};
  for (int i = 0; i < LINEAR_NETS; i++) {
    nn_net_init(&net, params, NN_UNIFORM, 1, rng);
    compare(&most, &net, params);
  }
  nn_vector_free(params);
  nn_net_free(&net);
  return most;
}

static void try_linear(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  differences most = compare_many(&rng);
  printf("%d random linear networks\n\n"
         "largest difference from the single neuron   %.0e\n"
         "largest difference of the diagonals' sums   %.0e\n",
         LINEAR_NETS, most.from_one, most.diagonals);
}

/* ---- equal neurons stay equal ----------------------------------------*/

enum { PARAMS = sizeof by_hand / sizeof *by_hand, EPOCHS = 4000 };

/* A training: the weights, and the loss at the start of each epoch. */
typedef struct {
  nn_real params[PARAMS];
  nn_real loss[EPOCHS];
} training;

static bool keep_loss(const nn_epoch *epoch, void *context) {
  training *kept = context;
  kept->loss[epoch->epoch - 1] = epoch->loss;
  return true;
}

/* Trains two layers on XOR by gradient descent, the subject of chapters 4
 * and 5, from initial weights that are constant or random. */
static training train(nn_initial initial, nn_rng *rng) {
  training kept;
  nn_net net = two_layers(NN_SIGMOID);
  nn_dataset xor = nn_dataset_parity(2);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(8), net.params);
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = EPOCHS,
                              .in_order = true,
                              .after_epoch = keep_loss,
                              .context = &kept};
  nn_net_init(&net, kept.params, initial, (nn_real)0.5, rng);
  nn_train(&net, kept.params, &optimizer, &xor, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_dataset_free(&xor);
  nn_net_free(&net);
  return kept;
}

/* The largest difference between weights of the two hidden neurons. */
static double hidden_difference(const nn_real *params) {
  double most = 0;
  for (size_t i = 0; i < 8; i += 2) /* W, biases, and their weights out */
    most = fmax(most, fabs((double)(params[i] - params[i + 1])));
  return most;
}

static void try_starts(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  training equal = train(NN_CONSTANT, NULL);
  training random = train(NN_UNIFORM, &rng);
  printf("The loss from equal and from random weights\n\n"
         " epochs     equal   random\n");
  for (size_t epoch = 0; epoch < EPOCHS; epoch += 500)
    printf("%7zu%10.4f%9.4f\n", epoch, (double)equal.loss[epoch],
           (double)random.loss[epoch]);
  printf("\nThe hidden neurons differ by %.3g and by %.3g.\n",
         hidden_difference(equal.params), hidden_difference(random.params));
}

/* ---- one hidden neuron and skip connections --------------------------*/

/* From x1 and x2 to AND, and its bias; from AND to the output, and its
 * bias; from x1 and x2 straight to the output. */
static const nn_real with_skips[] = {1, 1, -1.5, -2, -0.5, 1, 1};

static nn_net skip_net(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_STEP);
  nn_net_add(&net, 1, NN_STEP);
  nn_net_add_skips(&net);
  return net;
}

static void try_skips(void) {
  nn_net net = skip_net();
  printf("XOR with one hidden neuron\n\n"
         " x1  x2   AND   answer\n");
  print_answers(&net, with_skips);
  nn_net_free(&net);
}

int main(void) {
  print_census();
  printf("\n\n");
  try_by_hand();
  printf("\n\n");
  try_linear();
  printf("\n\n");
  try_starts();
  printf("\n\n");
  try_skips();
  return 0;
}
