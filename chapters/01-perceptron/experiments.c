/* Chapter 1, measured: the numbers, tables and graphs of the book. */
#define main perceptron_main
#include "perceptron.c"
#undef main

#include <nn/elementary.h>
#include <nn/rng.h>
#include <nn/run.h>

#include <stdlib.h>

/* ---- AND -------------------------------------------------------------*/

/* Does the neuron answer all as wanted? A sum of 0 is silence. */
static bool answers_all(const nn_dataset *data, const nn_real *w) {
  for (size_t i = 0; i < data->count; i++)
    if (fires(w, nn_dataset_input(data, i)) !=
        (*nn_dataset_target(data, i) > 0))
      return false;
  return true;
}

static void draw_neuron(nn_run *run, const char *name, const nn_real *w) {
  static const char *const inputs[WEIGHTS] = {"x₁", "x₂", "1"};
  nn_graph *graph = nn_run_graph(run, name);
  nn_graph_node(graph, "z", "Σ", "circle", "ink");
  for (size_t i = 0; i < WEIGHTS; i++) {
    char weight[32];
    snprintf(weight, sizeof weight, "%+.0f", (double)w[i]);
    nn_graph_node(graph, inputs[i], inputs[i], "circle", "input");
    nn_graph_edge(graph, inputs[i], "z", weight,
                  w[i] > 0 ? "positive" : "negative", fabs((double)w[i]));
  }
  nn_graph_node(graph, "step", "z > 0 ?", "box", "ink");
  nn_graph_node(graph, "a", "a", "circle", "output");
  nn_graph_edge(graph, "z", "step", "z", "ink", 1);
  nn_graph_edge(graph, "step", "a", "", "ink", 1);
}

static void draw_line(nn_run *run, const nn_dataset *data,
                      const nn_real *w) {
  nn_table *line = nn_run_table(run, "and-line", "w1 w2 b");
  nn_table_row(line, w[0], w[1], w[2]);
  nn_table *points = nn_run_table(run, "and-points", "x1 x2 fires");
  for (size_t i = 0; i < data->count; i++) {
    const nn_real *x = nn_dataset_input(data, i);
    nn_table_row(points, x[0], x[1], fires(w, x));
  }
}

static void count_falls(nn_run *run, const nn_dataset *data,
                        const trail *path) {
  size_t falls = 0, first_answer = 0;
  for (size_t k = 1; k <= path->updates; k++) {
    size_t before = count_right(data, path->w[k - 1]);
    if (count_right(data, path->w[k]) < before) falls++;
    if (!first_answer && answers_all(data, path->w[k])) first_answer = k;
  }
  nn_run_number(run, "and.falls", "%.0f", falls);
  nn_run_number(run, "and.first-answer", "%.0f", first_answer);
  nn_run_number(run, "and.right-1", "%.0f", count_right(data, path->w[1]));
  nn_run_number(run, "and.right-2", "%.0f", count_right(data, path->w[2]));
}

static void squeeze(nn_run *run, const nn_dataset *data,
                    const trail *path) {
  nn_real radius2 = squared_radius(data), gamma = best_margin(data);
  nn_table *table =
      nn_run_table(run, "and-squeeze", "k floor length2 ceiling");
  for (size_t k = 0; k <= path->updates; k++) {
    nn_real steps = (nn_real)k;
    nn_table_row(table, steps, steps * steps * gamma * gamma,
                 squared_length(path->w[k]), steps * radius2);
  }
  nn_run_number(run, "and.radius2", "%.0f", radius2);
  nn_run_number(run, "and.gamma", "%.4f", gamma);
  nn_run_number(run, "and.length2", "%.0f", squared_length(learned(path)));
  nn_run_number(run, "and.meeting", "%.0f",
                novikoff_bound(data, gamma) * radius2);
}

/* One correction of a neuron with two inputs: an example that should fire,
 * the weights before and after. */
static void draw_update(nn_run *run) {
  const nn_real x[WEIGHTS] = {(nn_real)0.4, (nn_real)1.1, 0};
  nn_real w[WEIGHTS] = {(nn_real)1.2, (nn_real)-0.7, 0};
  nn_table *table = nn_run_table(run, "update", "x1 x2 w1 w2");
  nn_table_row(table, x[0], x[1], w[0], w[1]);
  if (mistaken(w, x, 1)) correct(w, x, 1, 1);
  nn_table_row(table, x[0], x[1], w[0], w[1]);
}

/* The angle between two weight vectors, in degrees. */
static double angle(const nn_real *v, const nn_real *w) {
  double cosine = (double)weighted_sum(v, w) /
                  sqrt((double)(squared_length(v) * squared_length(w)));
  return acos(cosine) * 180 / acos(-1);
}

/* How far the weights have come along u, and how far from u's line they
 * are, in units of the margin. AND's widest margin has u along (2, 2, -3).
 */
static void turn(nn_run *run, const nn_dataset *data, const trail *path) {
  static const nn_real u[WEIGHTS] = {2, 2, -3};
  const nn_real length = (nn_real)sqrt((double)squared_length(u));
  const nn_real gamma = margin(data, u);
  nn_table *table = nn_run_table(run, "and-turning", "k along aside");
  nn_real progress = 0, farthest = 0;
  for (size_t k = 0; k <= path->updates; k++) {
    nn_real along = weighted_sum(path->w[k], u) / length, aside[WEIGHTS];
    for (size_t i = 0; i < WEIGHTS; i++)
      aside[i] = path->w[k][i] - along * u[i] / length;
    progress = along / gamma;
    nn_real distance = (nn_real)sqrt((double)squared_length(aside)) / gamma;
    if (distance > farthest) farthest = distance;
    nn_table_row(table, (nn_real)k, progress, distance);
  }
  nn_run_number(run, "and.angle-2", "%.0f", angle(path->w[2], u));
  nn_run_number(run, "and.angle-3", "%.0f", angle(path->w[3], u));
  nn_run_number(run, "and.angle-7", "%.0f", angle(path->w[7], u));
  nn_run_number(run, "and.angle-last", "%.0f", angle(learned(path), u));
  nn_run_number(run, "and.progress", "%.0f", progress);
  nn_run_number(run, "and.farthest", "%.0f", farthest);
}

static void measure_and(nn_run *run, trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  train(path, &data, NULL, 1);
  const nn_real *w = learned(path);
  nn_run_number(run, "and.epochs", "%.0f", path->epochs);
  nn_run_number(run, "and.w1", "%.0f", w[0]);
  nn_run_number(run, "and.w2", "%.0f", w[1]);
  nn_run_number(run, "and.b", "%.0f", w[2]);
  nn_run_number(run, "and.z11", "%.0f",
                weighted_sum(w, nn_dataset_input(&data, 3)));
  draw_neuron(run, "and-neuron", w);
  draw_line(run, &data, w);
  count_falls(run, &data, path);
  turn(run, &data, path);
  squeeze(run, &data, path);
  nn_dataset_free(&data);
}

/* ---- bounds, orders, learning rates ----------------------------------*/

static void compare_with_bound(nn_run *run, trail *path) {
  static const struct {
    uint64_t table;
    const char *updates, *bound, *inverse_margin2;
  } functions[] = {
      {0xf, "constant.updates", "constant.bound",
       "constant.inverse-margin2"},
      {0xc, "x1.updates", "x1.bound", "x1.inverse-margin2"},
      {0xe, "or.updates", "or.bound", "or.inverse-margin2"},
      {0x8, "and.updates", "and.bound", "and.inverse-margin2"}};
  for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
    nn_dataset data = with_bias(nn_dataset_boolean(2, functions[f].table));
    nn_real gamma = best_margin(&data);
    train(path, &data, NULL, 1);
    nn_run_number(run, functions[f].updates, "%.0f", path->updates);
    nn_run_number(run, functions[f].bound, "%.0f",
                  novikoff_bound(&data, gamma));
    nn_run_number(run, functions[f].inverse_margin2, "%.0f",
                  1 / (gamma * gamma));
    nn_dataset_free(&data);
  }
}

/* AND with its examples in every order, kept for a whole run. */
static void try_all_orders(nn_run *run, trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  size_t orders = 0, fewest = SIZE_MAX, most = 0;
  for (unsigned digits = 0; digits < 4 * 4 * 4 * 4; digits++) {
    size_t order[4];
    unsigned examples = 0;
    for (size_t i = 0; i < 4; i++) {
      order[i] = digits >> 2 * i & 3;
      examples |= 1u << order[i];
    }
    if (examples != 0xf) continue; /* one is missing, another twice there */
    orders++;
    train(path, &data, order, 1);
    if (path->updates < fewest) fewest = path->updates;
    if (path->updates > most) most = path->updates;
  }
  nn_run_number(run, "orders.count", "%.0f", orders);
  nn_run_number(run, "orders.fewest", "%.0f", fewest);
  nn_run_number(run, "orders.most", "%.0f", most);
  nn_dataset_free(&data);
}

/* The most updates that can be made from these weights, whichever mistake
 * comes next, at a learning rate of 1. The weights are whole numbers, and
 * Novikoff's bound keeps them small. */
static size_t longest_run(const nn_dataset *data, const nn_real *w) {
  enum { REACH = 16, SIDE = 2 * REACH + 1 };
  static size_t known[SIDE][SIDE][SIDE]; /* 1 more than the updates */
  size_t *found =
      &known[(int)w[0] + REACH][(int)w[1] + REACH][(int)w[2] + REACH];
  if (*found) return *found - 1;

  size_t longest = 0;
  for (size_t i = 0; i < data->count; i++) {
    const nn_real *x = nn_dataset_input(data, i);
    nn_real y = *nn_dataset_target(data, i);
    if (!mistaken(w, x, y)) continue;
    nn_real next[WEIGHTS];
    memcpy(next, w, sizeof next);
    correct(next, x, y, 1);
    size_t updates = 1 + longest_run(data, next);
    if (updates > longest) longest = updates;
  }
  *found = longest + 1;
  return longest;
}

static void search_longest_run(nn_run *run) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  static const nn_real start[WEIGHTS];
  nn_run_number(run, "and.longest", "%.0f", longest_run(&data, start));
  nn_dataset_free(&data);
}

static void measure_learning_rates(nn_run *run, trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  train(path, &data, NULL, 100);
  nn_run_number(run, "rate-updates.hundred", "%.0f", path->updates);
  train(path, &data, NULL, (nn_real)0.125);
  nn_run_number(run, "rate-updates.eighth", "%.0f", path->updates);
  train(path, &data, NULL, (nn_real)0.1);
  nn_run_number(run, "rate-updates.tenth", "%.0f", path->updates);
  /* What would be zero on paper is not. */
  nn_run_number(run, "tenth.z10", "%.1g",
                weighted_sum(learned(path), nn_dataset_input(&data, 2)));
  nn_dataset_free(&data);
}

/* ---- points in a square ----------------------------------------------*/

/* The line after the first updates, later ones and the last. */
static void learn_points(nn_run *run, trail *path) {
  static const struct {
    size_t update;
    const char *right;
  } shown[] = {{1, "points.right-1"}, {2, "points.right-2"},
               {3, "points.right-3"}, {5, "points.right-5"},
               {7, "points.right-7"}, {SIZE_MAX, "points.right-last"}};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data =
      with_bias(nn_dataset_road(&rng, 60, 1, (nn_real)0.3, (nn_real)0.2));
  train(path, &data, NULL, 1);

  nn_table *points = nn_run_table(run, "points", "x1 x2 y");
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    nn_table_row(points, x[0], x[1], *nn_dataset_target(&data, i));
  }
  nn_table *lines = nn_run_table(run, "points-lines", "k w1 w2 b right");
  for (size_t i = 0, k = 0; k < path->updates; i++) {
    k = shown[i].update < path->updates ? shown[i].update : path->updates;
    const nn_real *w = path->w[k];
    nn_run_number(run, shown[i].right, "%.0f", count_right(&data, w));
    nn_table_row(lines, (nn_real)k, w[0], w[1], w[2],
                 (nn_real)count_right(&data, w));
  }
  nn_run_number(run, "points.count", "%.0f", data.count);
  nn_run_number(run, "points.updates", "%.0f", path->updates);
  nn_dataset_free(&data);
}

static int by_size(const void *a, const void *b) {
  nn_real x = *(const nn_real *)a, y = *(const nn_real *)b;
  return (x > y) - (x < y);
}

enum { WIDTHS = 7, SAMPLES = 51, POINTS = 200 };

/* Updates and bounds over several sets of points, in rising order. */
typedef struct {
  nn_real updates[SAMPLES], bounds[SAMPLES];
} samples;

/* Trains on points beside a road of this width. */
static samples train_beside(nn_rng *rng, nn_real gap, trail *path) {
  const nn_real offset = (nn_real)0.5;
  samples found;
  for (size_t s = 0; s < SAMPLES; s++) {
    nn_real angle = nn_rng_between(rng, 0, (nn_real)6.28);
    nn_real u[WEIGHTS] = {nn_cos(angle), nn_sin(angle), -offset};
    nn_dataset data =
        with_bias(nn_dataset_road(rng, POINTS, angle, offset, gap));
    train(path, &data, NULL, 1);
    found.updates[s] =
        path->settled ? (nn_real)path->updates : (nn_real)INFINITY;
    found.bounds[s] = novikoff_bound(&data, margin(&data, u));
    nn_dataset_free(&data);
  }
  qsort(found.updates, SAMPLES, sizeof *found.updates, by_size);
  qsort(found.bounds, SAMPLES, sizeof *found.bounds, by_size);
  return found;
}

/* How the updates grow as the road between the classes gets narrow. */
static void narrow_the_road(nn_run *run, trail *path) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *table =
      nn_run_table(run, "roads", "gap least median most bound");
  nn_real gaps[WIDTHS], medians[WIDTHS], bounds[WIDTHS];
  for (size_t i = 0; i < WIDTHS; i++) {
    gaps[i] = (nn_real)0.64 / (nn_real)(1 << i);
    samples found = train_beside(&rng, gaps[i], path);
    medians[i] = found.updates[SAMPLES / 2];
    bounds[i] = found.bounds[SAMPLES / 2];
    nn_table_row(table, gaps[i], found.updates[0], medians[i],
                 found.updates[SAMPLES - 1], bounds[i]);
  }
  const size_t last = WIDTHS - 1;
  nn_run_number(run, "roads.samples", "%.0f", SAMPLES);
  nn_run_number(run, "roads.points", "%.0f", POINTS);
  nn_run_number(run, "wide-road.gap", "%.2f", gaps[0]);
  nn_run_number(run, "wide-road.median", "%.0f", medians[0]);
  nn_run_number(run, "wide-road.bound", "%.0f", bounds[0]);
  nn_run_number(run, "narrow-road.gap", "%.2f", gaps[last]);
  nn_run_number(run, "narrow-road.median", "%.0f", medians[last]);
  nn_run_number(run, "narrow-road.bound", "%.0f", bounds[last]);
  nn_run_number(
      run, "roads.growth", "%.1f",
      pow((double)(medians[last] / medians[0]), 1.0 / (double)last));
}

/* ---- all functions, and XOR ------------------------------------------*/

static void count_functions(nn_run *run, trail *path) {
  nn_table *table =
      nn_run_table(run, "functions", "table settled updates w1 w2 b");
  size_t settled = 0, cycling = 0;
  for (unsigned f = 0; f < 16; f++) {
    nn_dataset data = with_bias(nn_dataset_boolean(2, f));
    train(path, &data, NULL, 1);
    settled += path->settled;
    cycling += first_return(path) > 0;
    const nn_real *w = learned(path);
    nn_table_row(table, (nn_real)f, path->settled, (nn_real)path->updates,
                 w[0], w[1], w[2]);
    nn_dataset_free(&data);
  }
  nn_run_number(run, "functions.settled", "%.0f", settled);
  nn_run_number(run, "functions.cycling", "%.0f", cycling);
}

static void draw_cycle(nn_run *run, const nn_dataset *data,
                       const trail *path) {
  nn_graph *graph = nn_run_graph(run, "xor-cycle");
  char id[WEIGHTS + 1][32], label[64];
  size_t states = path->epoch_end[1];

  for (size_t k = 0; k < states; k++) {
    const nn_real *w = path->w[k];
    snprintf(id[k], sizeof id[k], "(%.0f, %.0f, %.0f)", (double)w[0],
             (double)w[1], (double)w[2]);
    nn_graph_node(graph, id[k], id[k], "box", k ? "ink" : "highlight");
  }
  for (size_t k = 1; k <= states; k++) {
    const nn_real *x = nn_dataset_input(data, path->example[k]);
    nn_real y = *nn_dataset_target(data, path->example[k]);
    snprintf(label, sizeof label, " %s (%.0f, %.0f, 1) ", y > 0 ? "+" : "−",
             (double)x[0], (double)x[1]);
    nn_graph_edge(graph, id[k - 1], id[k % states], label,
                  y > 0 ? "positive" : "negative", 1.5);
  }
}

static void fail_at_xor(nn_run *run, trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x6));
  train(path, &data, NULL, 1);
  size_t epochs = first_return(path), updates = path->epoch_end[epochs];
  nn_run_number(run, "xor.epochs", "%.0f", epochs);
  nn_run_number(run, "xor.updates", "%.0f", updates);
  nn_run_number(run, "xor.length2", "%.0f",
                squared_length(path->w[updates]));
  draw_cycle(run, &data, path);
  nn_dataset_free(&data);
}

int main(int argc, char **argv) {
  static trail path; /* too large for the stack */
  nn_run *run = nn_run_begin(
      argc, argv, "the perceptron, its rule and what it can learn", 1958);
  draw_update(run);
  measure_and(run, &path);
  compare_with_bound(run, &path);
  measure_learning_rates(run, &path);
  try_all_orders(run, &path);
  search_longest_run(run);
  learn_points(run, &path);
  count_functions(run, &path);
  fail_at_xor(run, &path);
  narrow_the_road(run, &path);
  return nn_run_end(run);
}
