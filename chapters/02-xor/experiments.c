/* Chapter 2, measured: the numbers, tables and graphs of the book. */
#define main xor_main
#include "xor.c"
#undef main

#include <nn/net_graph.h>
#include <nn/run.h>
#include <nn/train.h>

static void count_functions(nn_run *run) {
  nn_table *table = nn_run_table(run, "census", "inputs all separable");
  census of[INPUTS_MAX + 1];
  for (size_t inputs = 1; inputs <= INPUTS_MAX; inputs++) {
    of[inputs] = take_census(inputs);
    nn_table_row(table, (nn_real)inputs, (nn_real)of[inputs].functions,
                 (nn_real)of[inputs].separable);
  }
  nn_run_number(run, "functions.2", "%.0f", of[2].functions);
  nn_run_number(run, "functions.3", "%.0f", of[3].functions);
  nn_run_number(run, "functions.4", "%.0f", of[4].functions);
  nn_run_number(run, "separable.1", "%.0f", of[1].separable);
  nn_run_number(run, "separable.2", "%.0f", of[2].separable);
  nn_run_number(run, "separable.3", "%.0f", of[3].separable);
  nn_run_number(run, "separable.4", "%.0f", of[4].separable);
  nn_run_number(run, "share.3", "%.1f", share_in_percent(of[3]));
  nn_run_number(run, "share.4", "%.1f", share_in_percent(of[4]));
  nn_run_number(run, "slowest.4", "%.0f", of[4].epochs_to_learn);
  nn_run_number(run, "longest.4", "%.0f", of[4].epochs_to_refute);
}

/* The separable functions of two to four bits, each at its place in a
 * square: the answers for the first half of the rows say how far to the
 * right, those for the second half how far up. Neighbours in a row of the
 * square are one line of the table. */
static void draw_separable(nn_run *run) {
  nn_table *table = nn_run_table(run, "separable", "inputs from to up");
  for (size_t inputs = 2; inputs <= INPUTS_MAX; inputs++) {
    size_t side = (size_t)1 << (1 << (inputs - 1));
    for (size_t up = 0; up < side; up++)
      for (size_t from = 0, to; from < side; from = to + 1) {
        size_t epochs;
        for (to = from; to < side; to++)
          if (!separable(inputs, up * side + to, &epochs)) break;
        if (to > from)
          nn_table_row(table, (nn_real)inputs, (nn_real)from,
                       (nn_real)(to - 1), (nn_real)up);
      }
  }
}

/* ---- networks set by hand --------------------------------------------*/

static size_t count_right(const nn_net *net, const nn_real *params) {
  size_t right = 0;
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(net, params, row);
    right += given.output == (given.x[0] != given.x[1]);
  }
  return right;
}

static void measure_two_layers(nn_run *run) {
  nn_net net = two_layers(NN_STEP);
  nn_table *table = nn_run_table(run, "by-hand", "x1 x2 h1 h2 y");
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(&net, by_hand, row);
    nn_table_row(table, given.x[0], given.x[1], given.hidden[0],
                 given.hidden[1], given.output);
  }
  nn_net_graph(nn_run_graph(run, "xor-net"), &net, by_hand, NULL, NULL, 0);
  nn_run_number(run, "by-hand.right", "%.0f", count_right(&net, by_hand));
  nn_run_number(run, "two-layers.params", "%.0f", net.params);
  nn_net_free(&net);
}

/* ---- a network that found its own weights ----------------------------*/

enum { LEARNED_PARAMS = 9, LEARNED_EPOCHS = 4000 };

/* Trains two layers of sigmoids on XOR by gradient descent, from random
 * weights: the training of chapter 4's section on equal neurons. */
static void learn_xor(const nn_net *net, nn_real *params, nn_rng *rng) {
  nn_dataset xor = nn_dataset_parity(2);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(8), net->params);
  nn_train_options options = {
      .loss = NN_QUADRATIC, .epochs = LEARNED_EPOCHS, .in_order = true};
  nn_net_init(net, params, NN_UNIFORM, (nn_real)0.5, rng);
  nn_train(net, params, &optimizer, &xor, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_dataset_free(&xor);
}

/* Where the hidden neurons put the lines of a grid over the square. */
static void draw_grid(nn_run *run, const nn_net *net,
                      const nn_real *params) {
  enum { LINES = 9, DOTS = 65 };
  nn_table *table = nn_run_table(run, "learned-grid", "line x1 x2 h1 h2");
  nn_pass pass = nn_pass_new(net, 1);
  for (size_t ruled = 0; ruled < 2 * LINES; ruled++)
    for (size_t dot = 0; dot < DOTS; dot++) {
      bool upright = ruled < LINES;
      nn_real across = (nn_real)(ruled % LINES) / (LINES - 1);
      nn_real along = (nn_real)dot / (DOTS - 1);
      nn_real x[2] = {upright ? across : along, upright ? along : across};
      nn_net_forward(net, params, x, 1, &pass);
      nn_table_row(table, (nn_real)ruled, x[0], x[1], pass.a[0][0],
                   pass.a[0][1]);
    }
  nn_pass_free(&pass);
}

static void measure_learned(nn_run *run) {
  nn_real params[LEARNED_PARAMS];
  nn_net net = two_layers(NN_SIGMOID);
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  learn_xor(&net, params, &rng);
  nn_table *answers = nn_run_table(run, "learned", "x1 x2 h1 h2 y");
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(&net, params, row);
    nn_table_row(answers, given.x[0], given.x[1], given.hidden[0],
                 given.hidden[1], given.output);
  }
  nn_table *lines = nn_run_table(run, "learned-lines", "w1 w2 b");
  for (size_t j = 0; j < 2; j++)
    nn_table_row(lines, params[j], params[2 + j], params[4 + j]);
  nn_table_row(lines, params[6], params[7], params[8]);
  draw_grid(run, &net, params);
  nn_net_free(&net);
}

/* What hidden neuron j says to the four rows, as a table of answers; or
 * that of its opposite, whichever is silent for row 0. */
static unsigned table_of(const nn_net *net, const nn_real *params,
                         size_t j) {
  unsigned table = 0;
  for (unsigned row = 0; row < 4; row++)
    table |= (unsigned)(ask(net, params, row).hidden[j] > 0.5) << row;
  return table & 1 ? ~table & 0xf : table;
}

static bool is_pair(unsigned one, unsigned other, unsigned a, unsigned b) {
  return (one == a && other == b) || (one == b && other == a);
}

static void count_learned(nn_run *run) {
  enum { STARTS = 200, OR = 0xe, AND = 0x8, X1_ALONE = 4, X2_ALONE = 2 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_net net = two_layers(NN_SIGMOID);
  size_t solved = 0, or_and = 0, each_alone = 0;
  for (int start = 0; start < STARTS; start++) {
    nn_real params[LEARNED_PARAMS];
    learn_xor(&net, params, &rng);
    size_t right = 0;
    for (unsigned row = 0; row < 4; row++) {
      answer given = ask(&net, params, row);
      right += (given.output > 0.5) == (given.x[0] != given.x[1]);
    }
    if (right < 4) continue;
    solved++;
    unsigned one = table_of(&net, params, 0);
    unsigned other = table_of(&net, params, 1);
    or_and += is_pair(one, other, OR, AND);
    each_alone += is_pair(one, other, X1_ALONE, X2_ALONE);
  }
  nn_run_number(run, "learned.starts", "%.0f", STARTS);
  nn_run_number(run, "learned.solved", "%.0f", solved);
  nn_run_number(run, "learned.or-and", "%.0f", or_and);
  nn_run_number(run, "learned.each-alone", "%.0f", each_alone);
  nn_run_number(run, "learned.other", "%.0f", solved - or_and - each_alone);
  nn_net_free(&net);
}

static void measure_skips(nn_run *run) {
  nn_net net = skip_net();
  nn_table *table = nn_run_table(run, "skips", "x1 x2 h y");
  for (unsigned row = 0; row < 4; row++) {
    answer given = ask(&net, with_skips, row);
    nn_table_row(table, given.x[0], given.x[1], given.hidden[0],
                 given.output);
  }
  nn_net_graph(nn_run_graph(run, "skip-net"), &net, with_skips, NULL, NULL,
               0);
  nn_run_number(run, "skips.right", "%.0f", count_right(&net, with_skips));
  nn_run_number(run, "skips.params", "%.0f", net.params);
  nn_net_free(&net);
}

static void measure_tables(nn_run *run) {
  nn_run_number(run, "tables.4", "%.0f", count_tables(4));
}

/* ---- random networks -------------------------------------------------*/

static void measure_linear(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  differences most = compare_many(&rng);
  nn_run_number(run, "linear.nets", "%.0f", LINEAR_NETS);
  nn_run_number(run, "linear.from-one", "%.0e", most.from_one);
  nn_run_number(run, "linear.diagonals", "%.0e", most.diagonals);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "what one neuron cannot compute, and two layers can",
      SEED);
  count_functions(run);
  draw_separable(run);
  measure_two_layers(run);
  measure_learned(run);
  count_learned(run);
  measure_tables(run);
  measure_linear(run);
  measure_skips(run);
  return nn_run_end(run);
}
