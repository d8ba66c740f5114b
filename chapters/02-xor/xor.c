/* XOR and the AI winter: what one neuron cannot say, and how two can. */
#include <nn/dataset.h>
#include <nn/net.h>
#include <nn/net_graph.h>
#include <nn/rng.h>
#include <nn/run.h>
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

/* ---- the experiments -------------------------------------------------*/

static void number_for(nn_run *run, const char *what, size_t inputs,
                       const char *format, double value) {
  char name[64];
  snprintf(name, sizeof name, "%s.%zu", what, inputs);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  nn_run_number(run, name, format, value);
#pragma GCC diagnostic pop
}

static void take_census(nn_run *run) {
  nn_table *table = nn_run_table(run, "census", "inputs all separable");
  nn_run_part(run, "census");
  nn_run_say(run, "Functions that one neuron can compute\n\n"
                  " inputs  functions  separable   share\n");
  for (size_t inputs = 1; inputs <= INPUTS_MAX; inputs++) {
    uint64_t all = (uint64_t)1 << (1 << inputs);
    size_t settled = 0, slowest = 0, longest = 0, epochs;
    for (uint64_t f = 0; f < all; f++) {
      if (separable(inputs, f, &epochs)) {
        settled++;
        if (epochs > slowest) slowest = epochs;
      } else if (epochs > longest) {
        longest = epochs;
      }
    }
    double share = 100 * (double)settled / (double)all;
    nn_table_row(table, (nn_real)inputs, (nn_real)all, (nn_real)settled);
    nn_run_say(run, "%7zu%11llu%11zu%7.1f%%\n", inputs,
               (unsigned long long)all, settled, share);
    number_for(run, "functions", inputs, "%.0f", (double)all);
    number_for(run, "separable", inputs, "%.0f", (double)settled);
    number_for(run, "share", inputs, "%.1f", share);
    number_for(run, "slowest", inputs, "%.0f", (double)slowest);
    number_for(run, "longest", inputs, "%.0f", (double)longest);
  }
}

/* Shows what a network of steps answers to the four inputs, and what its
 * hidden layer makes of them. */
static void tell_answers(nn_run *run, const nn_net *net,
                         const nn_real *params, const char *name) {
  nn_dataset xor = nn_dataset_parity(2);
  nn_pass pass = nn_pass_new(net, xor.count);
  size_t hidden = net->layer[0].outputs, right = 0;
  nn_table *table =
      nn_run_table(run, name, hidden == 2 ? "x1 x2 h1 h2 y" : "x1 x2 h y");
  nn_net_forward(net, params, xor.x, xor.count, &pass);
  nn_run_part(run, name);
  nn_run_say(run, hidden == 2 ? " x1  x2    OR  AND   answer\n"
                              : " x1  x2   AND   answer\n");
  for (size_t i = 0; i < xor.count; i++) {
    const nn_real *x = nn_dataset_input(&xor, i), *h = pass.a[0];
    nn_real y = nn_pass_output(&pass)[i];
    right += y == xor.t[i];
    nn_run_say(run, "%3.0f%4.0f  ", (double)x[0], (double)x[1]);
    for (size_t j = 0; j < hidden; j++)
      nn_run_say(run, "%4.0f", (double)h[i * hidden + j]);
    nn_run_say(run, "%9.0f\n", (double)y);
    if (hidden == 2)
      nn_table_row(table, x[0], x[1], h[2 * i], h[2 * i + 1], y);
    else
      nn_table_row(table, x[0], x[1], h[i], y);
  }
  char number[64];
  snprintf(number, sizeof number, "%s.right", name);
  nn_run_number(run, number, "%.0f", (double)right);
  nn_pass_free(&pass);
  nn_dataset_free(&xor);
}

static void set_by_hand(nn_run *run) {
  nn_net net = two_layers(NN_STEP), one = skip_net();
  tell_answers(run, &net, by_hand, "by-hand");
  nn_net_graph(nn_run_graph(run, "xor-net"), &net, by_hand, NULL, NULL, 0);
  nn_run_number(run, "two-layers.params", "%.0f", (double)net.params);
  nn_run_say(run, "\n");
  tell_answers(run, &one, with_skips, "skips");
  nn_net_graph(nn_run_graph(run, "skip-net"), &one, with_skips, NULL, NULL,
               0);
  nn_run_number(run, "skips.params", "%.0f", (double)one.params);
  nn_net_free(&net);
  nn_net_free(&one);
}

/* Random linear networks: how far are they from one neuron, and how far
 * are the sums over the two diagonals of the square apart? */
static void try_linear(nn_run *run) {
  enum { NETS = 1000 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset xor = nn_dataset_parity(2);
  nn_net net = two_layers(NN_IDENTITY);
  nn_pass pass = nn_pass_new(&net, xor.count);
  nn_real *params = nn_net_vector(&net);
  double from_one = 0, diagonals = 0;

  for (int i = 0; i < NETS; i++) {
    nn_net_init(&net, params, NN_UNIFORM, 1, &rng);
    line one = collapse(&net, params);
    nn_net_forward(&net, params, xor.x, xor.count, &pass);
    const nn_real *a = nn_pass_output(&pass);
    for (size_t row = 0; row < xor.count; row++) {
      const nn_real *x = nn_dataset_input(&xor, row);
      nn_real alone = one.w[0] * x[0] + one.w[1] * x[1] + one.b;
      from_one = fmax(from_one, fabs((double)(a[row] - alone)));
    }
    double sums = (double)(a[0] + a[3]) - (double)(a[1] + a[2]);
    diagonals = fmax(diagonals, fabs(sums));
  }
  nn_run_number(run, "linear.nets", "%.0f", NETS);
  nn_run_number(run, "linear.from-one", "%.0e", from_one);
  nn_run_number(run, "linear.diagonals", "%.0e", diagonals);
  nn_vector_free(params);
  nn_pass_free(&pass);
  nn_net_free(&net);
  nn_dataset_free(&xor);
}

enum { EPOCHS = 4000, SHOWN_EVERY = 20 };

/* The losses of a training, every SHOWN_EVERY epochs. */
typedef struct {
  nn_real loss[EPOCHS / SHOWN_EVERY + 1];
} curve;

static bool note_loss(const nn_epoch *epoch, void *context) {
  curve *kept = context;
  size_t done = epoch->epoch - 1;
  if (done % SHOWN_EVERY == 0) kept->loss[done / SHOWN_EVERY] = epoch->loss;
  return true;
}

/* Trains two layers on XOR by gradient descent, the subject of chapters 4
 * and 5, from these weights. */
static nn_real train_from(nn_real *params, curve *kept) {
  nn_net net = two_layers(NN_SIGMOID);
  nn_dataset xor = nn_dataset_parity(2);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(8), net.params);
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = EPOCHS,
                              .in_order = true,
                              .after_epoch = note_loss,
                              .context = kept};
  nn_training training =
      nn_train(&net, params, &optimizer, &xor, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_dataset_free(&xor);
  nn_net_free(&net);
  return training.last.loss;
}

/* How far the two hidden neurons of two_layers are apart. */
static double difference(const nn_real *params) {
  double most = 0;
  for (size_t i = 0; i < 8; i += 2) /* W, biases, and their weights out */
    most = fmax(most, fabs((double)(params[i] - params[i + 1])));
  return most;
}

static void start_equal(nn_run *run) {
  static curve equal_curve, random_curve;
  nn_net net = two_layers(NN_SIGMOID);
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_real *equal = nn_net_vector(&net), *random = nn_net_vector(&net);
  nn_net_init(&net, equal, NN_CONSTANT, (nn_real)0.5, NULL);
  nn_net_init(&net, random, NN_UNIFORM, (nn_real)0.5, &rng);
  double moved = (double)equal[0];
  nn_run_number(run, "equal.loss", "%.4f", train_from(equal, &equal_curve));
  nn_run_number(run, "random.loss", "%.4f",
                train_from(random, &random_curve));
  moved = fabs((double)equal[0] - moved);
  nn_run_number(run, "equal.moved", "%.1f", moved);
  nn_run_number(run, "equal.difference", "%.0f", difference(equal));
  nn_run_number(run, "random.difference", "%.1f", difference(random));
  nn_run_number(run, "starts.epochs", "%.0f", EPOCHS);

  nn_table *table = nn_run_table(run, "starts", "epoch equal random");
  for (size_t i = 0; i < EPOCHS / SHOWN_EVERY; i++)
    nn_table_row(table, (nn_real)(i * SHOWN_EVERY), equal_curve.loss[i],
                 random_curve.loss[i]);
  nn_vector_free(equal);
  nn_vector_free(random);
  nn_net_free(&net);
}

/* How many random starts of the same training learn XOR. */
static void start_often(nn_run *run) {
  enum { STARTS = 200 };
  static curve unused;
  nn_net net = two_layers(NN_SIGMOID);
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_real *params = nn_net_vector(&net);
  size_t solved = 0, near_sixteenth = 0;
  for (int start = 0; start < STARTS; start++) {
    nn_net_init(&net, params, NN_UNIFORM, (nn_real)0.5, &rng);
    double loss = (double)train_from(params, &unused);
    solved += loss < 0.01;
    near_sixteenth += fabs(loss - 1.0 / 16) < 0.002;
  }
  nn_run_number(run, "many.starts", "%.0f", STARTS);
  nn_run_number(run, "many.solved", "%.0f", (double)solved);
  nn_run_number(run, "many.near-sixteenth", "%.0f", (double)near_sixteenth);
  nn_vector_free(params);
  nn_net_free(&net);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "what one neuron cannot compute, and two layers can",
      1969);
  take_census(run);
  nn_run_say(run, "\n");
  set_by_hand(run);
  try_linear(run);
  start_equal(run);
  start_often(run);
  return nn_run_end(run);
}
