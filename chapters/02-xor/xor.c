/* Chapter 2: what one neuron cannot compute, and what two layers can. */
#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/rng.h>
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
 * a cycle of any length, begun at any time, is found. */
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

/* ---- any function, by two layers --------------------------------------*/

/* A hidden neuron for each row of the truth table. */
static nn_net table_net(unsigned inputs) {
  nn_net net = nn_net_new(inputs);
  nn_net_add(&net, (size_t)1 << inputs, NN_STEP);
  nn_net_add(&net, 1, NN_STEP);
  return net;
}

/* Hidden neuron r fires for row r alone: each input that is 1 there counts
 * +1, each that is 0 counts -1, and only row r has the largest sum. The
 * output fires if one of those does whose row has a 1 in the table. */
static void set_table(const nn_net *net, nn_real *params, uint64_t table) {
  const nn_layer *hidden = &net->layer[0], *last = &net->layer[1];
  for (size_t r = 0; r < hidden->outputs; r++) {
    nn_real ones = 0;
    for (size_t i = 0; i < net->inputs; i++) {
      bool one = r >> (net->inputs - 1 - i) & 1;
      params[hidden->weights + i * hidden->outputs + r] = one ? 1 : -1;
      ones += one;
    }
    params[hidden->biases + r] = (nn_real)0.5 - ones;
    params[last->weights + r] = (nn_real)(table >> r & 1);
  }
  params[last->biases] = (nn_real)-0.5;
}

/* Does the network answer every row as the table says? */
static bool says_table(const nn_net *net, const nn_real *params,
                       nn_pass *pass, uint64_t table) {
  nn_dataset rows = nn_dataset_boolean((unsigned)net->inputs, table);
  nn_net_forward(net, params, rows.x, rows.count, pass);
  bool right = true;
  for (size_t r = 0; r < rows.count; r++)
    right = right && nn_pass_output(pass)[r] == rows.t[r];
  nn_dataset_free(&rows);
  return right;
}

static uint64_t count_tables(unsigned inputs) {
  nn_net net = table_net(inputs);
  nn_real *params = nn_net_vector(&net);
  nn_pass pass = nn_pass_new(&net, (size_t)1 << inputs);
  uint64_t right = 0, tables = (uint64_t)1 << (1u << inputs);
  for (uint64_t table = 0; table < tables; table++) {
    set_table(&net, params, table);
    right += says_table(&net, params, &pass, table);
  }
  nn_pass_free(&pass);
  nn_vector_free(params);
  nn_net_free(&net);
  return right;
}

static void try_any_function(void) {
  printf("Functions that two layers compute\n\n bits   functions\n");
  for (unsigned inputs = 1; inputs <= INPUTS_MAX; inputs++)
    printf("%5u%12llu\n", inputs, (unsigned long long)count_tables(inputs));
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

/* What was found in random linear networks. */
typedef struct {
  double from_one;  /* largest difference from the single neuron's answer */
  double diagonals; /* and between the sums over the square's diagonals */
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
  try_any_function();
  printf("\n\n");
  try_linear();
  printf("\n\n");
  try_skips();
  return 0;
}
