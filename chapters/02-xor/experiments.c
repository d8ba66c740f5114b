/* Chapter 2, measured: the numbers, tables and graphs of the book. */
#define main xor_main
#include "xor.c"
#undef main

#include <nn/net_graph.h>
#include <nn/run.h>

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
  nn_run_number(run, "linear.steepest", "%.2f", most.steepest);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "what one neuron cannot compute, and two layers can",
      SEED);
  count_functions(run);
  measure_two_layers(run);
  measure_tables(run);
  measure_linear(run);
  measure_skips(run);
  return nn_run_end(run);
}
