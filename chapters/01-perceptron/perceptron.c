/* Chapter 1: the perceptron, from scratch. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/rng.h>
#include <nn/run.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  WEIGHTS = 3,        /* w1, w2 and the bias */
  EPOCHS_MAX = 10000, /* give up after so many */
  UPDATES_MAX = 200000
};

/* ---- one neuron ------------------------------------------------------*/

static nn_real weighted_sum(const nn_real *w, const nn_real *x) {
  nn_real z = 0;
  for (size_t i = 0; i < WEIGHTS; i++) z += w[i] * x[i];
  return z;
}

static bool fires(const nn_real *w, const nn_real *x) {
  return weighted_sum(w, x) > 0;
}

/* ---- learning --------------------------------------------------------*/

static bool mistaken(const nn_real *w, const nn_real *x, nn_real y) {
  return y * weighted_sum(w, x) <= 0;
}

static void correct(nn_real *w, const nn_real *x, nn_real y,
                    nn_real learning_rate) {
  for (size_t i = 0; i < WEIGHTS; i++) w[i] += learning_rate * y * x[i];
}

/* Turns two inputs into three, the last always 1, and targets 0 and 1
 * into y = -1 and +1. */
static nn_dataset with_bias(nn_dataset data) {
  nn_dataset extended = nn_dataset_new(data.count, WEIGHTS, 1);
  for (size_t i = 0; i < data.count; i++) {
    nn_real *x = nn_dataset_input(&extended, i);
    memcpy(x, nn_dataset_input(&data, i), data.inputs * sizeof *x);
    x[WEIGHTS - 1] = 1;
    nn_real target = *nn_dataset_target(&data, i);
    *nn_dataset_target(&extended, i) = target > 0 ? 1 : -1;
  }
  nn_dataset_free(&data);
  return extended;
}

/* Every weight vector on the way: w[0] = 0, w[k] after the k-th update. */
typedef struct {
  nn_real w[UPDATES_MAX + 1][WEIGHTS];
  size_t example[UPDATES_MAX + 1];  /* which one caused update k */
  size_t epoch_end[EPOCHS_MAX + 1]; /* updates by the end of epoch e */
  size_t updates;
  size_t epochs;
  bool settled; /* a whole epoch passed without a mistake */
  bool cycles;  /* an epoch ended where an earlier one did */
} trail;

static void visit(trail *path, const nn_dataset *data, size_t i,
                  nn_real learning_rate) {
  const nn_real *x = nn_dataset_input(data, i);
  nn_real y = *nn_dataset_target(data, i);
  const nn_real *w = path->w[path->updates];
  if (!mistaken(w, x, y)) return;

  size_t k = ++path->updates;
  memcpy(path->w[k], w, sizeof path->w[k]);
  correct(path->w[k], x, y, learning_rate);
  path->example[k] = i;
}

/* Has an earlier epoch ended with the weights of this one? */
static bool been_here(const trail *path) {
  const nn_real *now = path->w[path->epoch_end[path->epochs]];
  for (size_t e = 0; e < path->epochs; e++)
    if (memcmp(path->w[path->epoch_end[e]], now, sizeof path->w[0]) == 0)
      return true;
  return false;
}

static bool goes_on(const trail *path, const nn_dataset *data) {
  bool room = path->epochs < EPOCHS_MAX &&
              path->updates + data->count <= UPDATES_MAX;
  return room && !path->settled && !path->cycles;
}

static void train(trail *path, const nn_dataset *data, const size_t *order,
                  nn_real learning_rate) {
  path->updates = path->epochs = path->epoch_end[0] = 0;
  path->settled = path->cycles = false;
  memset(path->w[0], 0, sizeof path->w[0]);

  while (goes_on(path, data)) {
    size_t before = path->updates;
    for (size_t i = 0; i < data->count; i++)
      visit(path, data, order ? order[i] : i, learning_rate);
    path->epoch_end[++path->epochs] = path->updates;
    path->settled = path->updates == before;
    path->cycles = !path->settled && been_here(path);
  }
}

static const nn_real *learned(const trail *path) {
  return path->w[path->updates];
}

/* ---- why it stops ----------------------------------------------------*/

static nn_real squared_length(const nn_real *v) {
  return weighted_sum(v, v);
}

/* R^2: the squared length of the longest input. */
static nn_real squared_radius(const nn_dataset *data) {
  nn_real longest = 0;
  for (size_t i = 0; i < data->count; i++) {
    nn_real length = squared_length(nn_dataset_input(data, i));
    if (length > longest) longest = length;
  }
  return longest;
}

/* The margin of u: how far the closest example lies on the right side,
 * or, if it is negative, on the wrong one. */
static nn_real margin(const nn_dataset *data, const nn_real *u) {
  nn_real closest = (nn_real)INFINITY;
  for (size_t i = 0; i < data->count; i++) {
    nn_real y = *nn_dataset_target(data, i);
    nn_real side = y * weighted_sum(u, nn_dataset_input(data, i));
    if (side < closest) closest = side;
  }
  return closest / (nn_real)sqrt((double)squared_length(u));
}

/* The best margin of all whole-number weights from -3 to 3. */
static nn_real best_margin(const nn_dataset *data) {
  nn_real best = -(nn_real)INFINITY;
  for (int a = -3; a <= 3; a++)
    for (int b = -3; b <= 3; b++)
      for (int c = -3; c <= 3; c++) {
        nn_real u[WEIGHTS] = {(nn_real)a, (nn_real)b, (nn_real)c};
        if (squared_length(u) == 0) continue;
        nn_real gamma = margin(data, u);
        if (gamma > best) best = gamma;
      }
  return best;
}

/* No data set separated with margin gamma needs more updates than this. */
static nn_real novikoff_bound(const nn_dataset *data, nn_real gamma) {
  return squared_radius(data) / (gamma * gamma);
}

/* ---- the experiments -------------------------------------------------*/

static size_t count_right(const nn_dataset *data, const nn_real *w) {
  size_t right = 0;
  for (size_t i = 0; i < data->count; i++)
    if (!mistaken(w, nn_dataset_input(data, i),
                  *nn_dataset_target(data, i)))
      right++;
  return right;
}

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

static void tell_and(nn_run *run, const nn_dataset *data,
                     const trail *path) {
  nn_run_part(run, "and");
  nn_run_say(run, "Learning AND\n\n"
                  " update   example      w1  w2   b   right\n");
  size_t falls = 0, first_answer = 0;
  for (size_t k = 1; k <= path->updates; k++) {
    const nn_real *x = nn_dataset_input(data, path->example[k]);
    const nn_real *w = path->w[k];
    size_t right = count_right(data, w);
    if (right < count_right(data, path->w[k - 1])) falls++;
    if (!first_answer && answers_all(data, w)) first_answer = k;
    nn_run_say(
        run, "%6zu    (%.0f, %.0f) %+.0f  %4.0f%4.0f%4.0f   %zu/%zu\n", k,
        (double)x[0], (double)x[1],
        (double)*nn_dataset_target(data, path->example[k]), (double)w[0],
        (double)w[1], (double)w[2], right, data->count);
  }
  nn_run_say(run, "\nSettled after %zu updates in %zu epochs.\n",
             path->updates, path->epochs);
  nn_run_number(run, "and.falls", "%.0f", falls);
  nn_run_number(run, "and.first-answer", "%.0f", first_answer);
  nn_run_number(run, "and.right-1", "%.0f", count_right(data, path->w[1]));
  nn_run_number(run, "and.right-2", "%.0f", count_right(data, path->w[2]));
}

static void tell_squeeze(nn_run *run, const nn_dataset *data,
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

static void learn_and(nn_run *run, trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  train(path, &data, NULL, 1);
  const nn_real *w = learned(path);

  nn_run_number(run, "and.epochs", "%.0f", path->epochs);
  nn_run_number(run, "and.w1", "%.0f", w[0]);
  nn_run_number(run, "and.w2", "%.0f", w[1]);
  nn_run_number(run, "and.b", "%.0f", w[2]);
  nn_run_number(run, "and.z11", "%.0f",
                weighted_sum(w, nn_dataset_input(&data, 3)));
  nn_table *line = nn_run_table(run, "and-line", "w1 w2 b");
  nn_table_row(line, w[0], w[1], w[2]);
  nn_table *points = nn_run_table(run, "and-points", "x1 x2 fires");
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    nn_table_row(points, x[0], x[1], fires(w, x));
  }
  draw_neuron(run, "and-neuron", w);
  tell_and(run, &data, path);
  tell_squeeze(run, &data, path);
  nn_dataset_free(&data);
}

static void number_of(nn_run *run, const char *what, const char *which,
                      nn_real value) {
  char name[64];
  snprintf(name, sizeof name, "%s.%s", what, which);
  nn_run_number(run, name, "%.0f", value);
}

static void compare_with_bound(nn_run *run, trail *path) {
  static const struct {
    const char *name;
    uint64_t table;
  } functions[] = {
      {"constant", 0xf}, {"x1", 0xc}, {"or", 0xe}, {"and", 0x8}};
  nn_run_part(run, "bounds");
  nn_run_say(run, "Updates made, and the most that theory allows\n\n"
                  " function   updates   1/margin^2   bound\n");

  for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
    const char *name = functions[f].name;
    nn_dataset data = with_bias(nn_dataset_boolean(2, functions[f].table));
    nn_real gamma = best_margin(&data);
    nn_real bound = novikoff_bound(&data, gamma);
    train(path, &data, NULL, 1);
    number_of(run, name, "updates", (nn_real)path->updates);
    number_of(run, name, "inverse-margin2", 1 / (gamma * gamma));
    number_of(run, name, "bound", bound);
    nn_run_say(run, " %-8s%10zu%13.0f%8.0f\n", name, path->updates,
               (double)(1 / (gamma * gamma)), (double)bound);
    nn_dataset_free(&data);
  }
}

static void shuffle_examples(nn_run *run, trail *path) {
  enum { SHUFFLES = 1000 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  size_t order[4] = {0, 1, 2, 3}, fewest = SIZE_MAX, most = 0;

  for (int s = 0; s < SHUFFLES; s++) {
    nn_rng_shuffle(&rng, order, 4);
    train(path, &data, order, 1);
    if (path->updates < fewest) fewest = path->updates;
    if (path->updates > most) most = path->updates;
  }
  nn_run_number(run, "shuffles.fewest", "%.0f", fewest);
  nn_run_number(run, "shuffles.most", "%.0f", most);
  nn_dataset_free(&data);
}

static void try_learning_rates(nn_run *run, trail *path) {
  static const struct {
    const char *name;
    nn_real value;
  } rates[] = {{"hundred", 100},
               {"one", 1},
               {"eighth", (nn_real)0.125},
               {"tenth", (nn_real)0.1}};
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  nn_run_part(run, "rates");
  nn_run_say(run, "AND at four learning rates\n\n"
                  "     rate   updates       w1       w2        b\n");

  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
    train(path, &data, NULL, rates[r].value);
    const nn_real *w = learned(path);
    number_of(run, "rate-updates", rates[r].name, (nn_real)path->updates);
    nn_run_say(run, "%9.3f%10zu%9.3f%9.3f%9.3f\n", (double)rates[r].value,
               path->updates, (double)w[0], (double)w[1], (double)w[2]);
  }
  /* At the last rate, 0.1: what would be zero on paper is not. */
  nn_run_number(run, "tenth.z10", "%.1g",
                weighted_sum(learned(path), nn_dataset_input(&data, 2)));
  nn_dataset_free(&data);
}

/* The line after the first updates, later ones and the last. */
static void learn_points(nn_run *run, trail *path) {
  static const size_t shown[] = {1, 2, 3, 5, 7, SIZE_MAX};
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
    k = shown[i] < path->updates ? shown[i] : path->updates;
    const nn_real *w = path->w[k];
    size_t right = count_right(&data, w);
    char name[64];
    snprintf(name, sizeof name, "points.right-%zu", k);
    nn_run_number(run, name, "%.0f", right);
    nn_table_row(lines, (nn_real)k, w[0], w[1], w[2], (nn_real)right);
  }
  nn_run_number(run, "points.count", "%.0f", data.count);
  nn_run_number(run, "points.updates", "%.0f", path->updates);
  nn_run_number(run, "points.epochs", "%.0f", path->epochs);
  nn_dataset_free(&data);
}

static void learn_all_functions(nn_run *run, trail *path) {
  nn_table *table =
      nn_run_table(run, "functions", "table settled updates w1 w2 b");
  size_t settled = 0, cycling = 0;
  nn_run_part(run, "functions");
  nn_run_say(run, "All functions of two inputs\n\n"
                  " 00 01 10 11   updates   w1  w2   b\n");

  for (unsigned f = 0; f < 16; f++) {
    nn_dataset data = with_bias(nn_dataset_boolean(2, f));
    train(path, &data, NULL, 1);
    settled += path->settled;
    cycling += path->cycles;
    const nn_real *w = learned(path);
    nn_table_row(table, (nn_real)f, path->settled, (nn_real)path->updates,
                 w[0], w[1], w[2]);
    nn_run_say(run, "  %u  %u  %u  %u", f & 1, f >> 1 & 1, f >> 2 & 1,
               f >> 3 & 1);
    if (path->settled)
      nn_run_say(run, "%9zu   %4.0f%4.0f%4.0f\n", path->updates,
                 (double)w[0], (double)w[1], (double)w[2]);
    else
      nn_run_say(run, "    never   goes round in a circle\n");
    nn_dataset_free(&data);
  }
  nn_run_say(run, "\n%zu of 16 settle, %zu go round for ever.\n", settled,
             cycling);
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
  nn_run_number(run, "xor.epochs", "%.0f", path->epochs);
  nn_run_number(run, "xor.updates", "%.0f", path->updates);
  nn_run_number(run, "xor.length2", "%.0f", squared_length(learned(path)));
  draw_cycle(run, &data, path);
  nn_dataset_free(&data);
}

static int by_size(const void *a, const void *b) {
  nn_real x = *(const nn_real *)a, y = *(const nn_real *)b;
  return (x > y) - (x < y);
}

/* How the updates grow as the road between the classes gets narrow. */
static void narrow_the_road(nn_run *run, trail *path) {
  enum { WIDTHS = 7, SAMPLES = 51, POINTS = 200 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *table =
      nn_run_table(run, "roads", "gap least median most bound");
  nn_real updates[SAMPLES], bounds[SAMPLES];
  double first_median = 0, last_median = 0;
  nn_real gap = (nn_real)0.64, offset = (nn_real)0.5;

  for (int width = 0; width < WIDTHS; width++, gap /= 2) {
    for (size_t s = 0; s < SAMPLES; s++) {
      nn_real angle = nn_rng_between(&rng, 0, (nn_real)6.28);
      nn_real u[WEIGHTS] = {nn_cos(angle), nn_sin(angle), -offset};
      nn_dataset data =
          with_bias(nn_dataset_road(&rng, POINTS, angle, offset, gap));
      train(path, &data, NULL, 1);
      updates[s] =
          path->settled ? (nn_real)path->updates : (nn_real)INFINITY;
      bounds[s] = novikoff_bound(&data, margin(&data, u));
      nn_dataset_free(&data);
    }
    qsort(updates, SAMPLES, sizeof *updates, by_size);
    qsort(bounds, SAMPLES, sizeof *bounds, by_size);
    nn_table_row(table, gap, updates[0], updates[SAMPLES / 2],
                 updates[SAMPLES - 1], bounds[SAMPLES / 2]);
    last_median = (double)updates[SAMPLES / 2];
    if (width == 0) first_median = last_median;
    if (width == 0 || width == WIDTHS - 1) {
      const char *name = width ? "narrow-road" : "wide-road";
      nn_run_number(run, width ? "narrow-road.gap" : "wide-road.gap",
                    "%.2f", gap);
      number_of(run, name, "median", updates[SAMPLES / 2]);
      number_of(run, name, "bound", bounds[SAMPLES / 2]);
    }
  }
  nn_run_number(run, "roads.growth", "%.1f",
                pow(last_median / first_median, 1.0 / (WIDTHS - 1)));
  nn_run_number(run, "roads.samples", "%.0f", SAMPLES);
  nn_run_number(run, "roads.points", "%.0f", POINTS);
}

int main(int argc, char **argv) {
  static trail path; /* too large for the stack */
  nn_run *run = nn_run_begin(
      argc, argv, "the perceptron, its rule and what it can learn", 1958);
  learn_and(run, &path);
  nn_run_say(run, "\n");
  compare_with_bound(run, &path);
  nn_run_say(run, "\n");
  try_learning_rates(run, &path);
  shuffle_examples(run, &path);
  learn_points(run, &path);
  nn_run_say(run, "\n");
  learn_all_functions(run, &path);
  fail_at_xor(run, &path);
  narrow_the_road(run, &path);
  return nn_run_end(run);
}
