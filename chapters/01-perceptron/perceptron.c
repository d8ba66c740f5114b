/* Chapter 1: the perceptron, from scratch. */
#include <nn/dataset.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
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

/* Every weight vector on the way: w[0] = 0, w[k] after the k-th update. */
typedef struct {
  nn_real w[UPDATES_MAX + 1][WEIGHTS];
  size_t example[UPDATES_MAX + 1];  /* which one caused update k */
  size_t epoch_end[EPOCHS_MAX + 1]; /* updates by the end of epoch e */
  size_t updates;
  size_t epochs;
  bool settled; /* a whole epoch passed without a mistake */
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

static bool goes_on(const trail *path, const nn_dataset *data) {
  return !path->settled && path->epochs < EPOCHS_MAX &&
         path->updates + data->count <= UPDATES_MAX;
}

static void train(trail *path, const nn_dataset *data, const size_t *order,
                  nn_real learning_rate) {
  path->updates = path->epochs = path->epoch_end[0] = 0;
  path->settled = false;
  memset(path->w[0], 0, sizeof path->w[0]);

  while (goes_on(path, data)) {
    size_t before = path->updates;
    for (size_t i = 0; i < data->count; i++)
      visit(path, data, order ? order[i] : i, learning_rate);
    path->epoch_end[++path->epochs] = path->updates;
    path->settled = path->updates == before;
  }
}

static const nn_real *learned(const trail *path) {
  return path->w[path->updates];
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

static size_t count_right(const nn_dataset *data, const nn_real *w) {
  size_t right = 0;
  for (size_t i = 0; i < data->count; i++)
    if (!mistaken(w, nn_dataset_input(data, i),
                  *nn_dataset_target(data, i)))
      right++;
  return right;
}

/* A sum of 0 leaves the neuron silent: that may be the wanted answer, but
 * such an example is not right. */
static size_t count_answers(const nn_dataset *data, const nn_real *w) {
  size_t answered = 0;
  for (size_t i = 0; i < data->count; i++)
    if (fires(w, nn_dataset_input(data, i)) ==
        (*nn_dataset_target(data, i) > 0))
      answered++;
  return answered;
}

static void learn_and(trail *path) {
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  train(path, &data, NULL, 1);

  printf("Learning AND\n\n"
         " update   example      w1  w2   b   answers   right\n");
  for (size_t k = 1; k <= path->updates; k++) {
    const nn_real *x = nn_dataset_input(&data, path->example[k]);
    nn_real y = *nn_dataset_target(&data, path->example[k]);
    const nn_real *w = path->w[k];
    printf("%6zu    (%.0f, %.0f) %+.0f  ", k, (double)x[0], (double)x[1],
           (double)y);
    printf("%4.0f%4.0f%4.0f", (double)w[0], (double)w[1], (double)w[2]);
    printf("   %zu of %zu  %zu of %zu\n", count_answers(&data, w),
           data.count, count_right(&data, w), data.count);
  }
  printf("\nSettled after %zu updates in %zu epochs. It now answers",
         path->updates, path->epochs);
  for (size_t i = 0; i < data.count; i++)
    printf(" %d", fires(learned(path), nn_dataset_input(&data, i)));
  printf(".\n");
  nn_dataset_free(&data);
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

/* No data set separated with margin gamma needs more updates than this. */
static nn_real novikoff_bound(const nn_dataset *data, nn_real gamma) {
  return squared_radius(data) / (gamma * gamma);
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

static void print_bounds(trail *path) {
  static const unsigned functions[] = {0xf, 0xc, 0xe, 0x8};
  printf("Updates made, and the most that theory allows\n\n"
         " 00 01 10 11   updates   bound\n");
  for (size_t k = 0; k < sizeof functions / sizeof *functions; k++) {
    unsigned f = functions[k];
    nn_dataset data = with_bias(nn_dataset_boolean(2, f));
    train(path, &data, NULL, 1);
    printf("  %u  %u  %u  %u%10zu%8.0f\n", f & 1, f >> 1 & 1, f >> 2 & 1,
           f >> 3 & 1, path->updates,
           (double)novikoff_bound(&data, best_margin(&data)));
    nn_dataset_free(&data);
  }
}

/* ---- the learning rate -----------------------------------------------*/

static void try_learning_rates(trail *path) {
  static const double rates[] = {100, 1, 0.125, 0.1};
  nn_dataset data = with_bias(nn_dataset_boolean(2, 0x8));
  printf("AND at four learning rates\n\n"
         "     rate   updates       w1       w2        b\n");
  for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
    train(path, &data, NULL, (nn_real)rates[r]);
    const nn_real *w = learned(path);
    printf("%9.3f%10zu%9.3f%9.3f%9.3f\n", rates[r], path->updates,
           (double)w[0], (double)w[1], (double)w[2]);
  }
  nn_dataset_free(&data);
}

/* ---- what a line cannot say ------------------------------------------*/

/* The first epoch that ended with the weights with which an earlier one
 * ended, or 0 if none did. */
static size_t first_return(const trail *path) {
  for (size_t e = 1; e <= path->epochs && !path->settled; e++)
    for (size_t earlier = 0; earlier < e; earlier++)
      if (memcmp(path->w[path->epoch_end[earlier]],
                 path->w[path->epoch_end[e]], sizeof path->w[0]) == 0)
        return e;
  return 0;
}

static void try_all_functions(trail *path) {
  printf("All functions of two inputs\n\n"
         " 00 01 10 11   updates   w1  w2   b\n");
  for (unsigned f = 0; f < 16; f++) {
    nn_dataset data = with_bias(nn_dataset_boolean(2, f));
    train(path, &data, NULL, 1);
    const nn_real *w = learned(path);
    printf("  %u  %u  %u  %u", f & 1, f >> 1 & 1, f >> 2 & 1, f >> 3 & 1);
    if (path->settled)
      printf("%9zu   %4.0f%4.0f%4.0f\n", path->updates, (double)w[0],
             (double)w[1], (double)w[2]);
    else if (first_return(path))
      printf("    never   repeats a cycle\n");
    nn_dataset_free(&data);
  }
}

int main(void) {
  static trail path; /* too large for the stack */
  learn_and(&path);
  printf("\n\n");
  print_bounds(&path);
  printf("\n\n");
  try_learning_rates(&path);
  printf("\n\n");
  try_all_functions(&path);
  return 0;
}
