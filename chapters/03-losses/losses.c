/* Loss functions: the number that training makes small. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/loss.h>
#include <nn/rng.h>
#include <nn/run.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

/* ---- one sigmoid neuron ----------------------------------------------*/

/* One weight and one bias; a = sigmoid(w x + b). */
typedef struct {
  nn_real w, b;
} neuron;

static nn_real sigmoid(nn_real z) {
  return 1 / (1 + nn_exp(-z));
}

/* The slopes of two losses by z, for the output a and the target t. */
static nn_real quadratic_slope(nn_real a, nn_real t) {
  return (a - t) * a * (1 - a);
}

static nn_real cross_entropy_slope(nn_real a, nn_real t) {
  return a - t;
}

/* One step downhill: each weight against its slope. */
static void descend(neuron *n, nn_real x, nn_real t, nn_real rate,
                    nn_real (*slope)(nn_real a, nn_real t)) {
  nn_real delta = slope(sigmoid(n->w * x + n->b), t);
  n->w -= rate * delta * x;
  n->b -= rate * delta;
}

/* ---- the losses of a data set ----------------------------------------*/

/* The straight line through the origin a = w x. */
static nn_real mean_loss(nn_loss loss, const nn_dataset *data, nn_real w) {
  nn_real sum = 0;
  for (size_t i = 0; i < data->count; i++) {
    nn_real a = w * *nn_dataset_input(data, i);
    sum += nn_loss_value(loss, 1, &a, nn_dataset_target(data, i));
  }
  return sum / (nn_real)data->count;
}

/* The best w between low and high, by thirds: the loss falls to it from
 * both sides. */
static nn_real best_weight(nn_loss loss, const nn_dataset *data,
                           nn_real low, nn_real high) {
  for (int i = 0; i < 200; i++) {
    nn_real third = (high - low) / 3;
    if (mean_loss(loss, data, low + third) <
        mean_loss(loss, data, high - third))
      high -= third;
    else
      low += third;
  }
  return (low + high) / 2;
}

/* ---- the naive formulas ----------------------------------------------*/

static nn_real naive_cross_entropy(nn_real z, nn_real t) {
  nn_real a = sigmoid(z);
  return -t * nn_log(a) - (1 - t) * nn_log(1 - a);
}

static nn_real naive_softmax_loss(size_t n, const nn_real *z,
                                  const nn_real *t) {
  nn_real sum = 0, loss = 0;
  for (size_t i = 0; i < n; i++) sum += nn_exp(z[i]);
  for (size_t i = 0; i < n; i++) loss -= t[i] * nn_log(nn_exp(z[i]) / sum);
  return loss;
}

/* ---- the experiments -------------------------------------------------*/

/* How a step, the share of right answers and a smooth loss look as one
 * weight changes: ten points on a line, to be told apart by a threshold. */
static void show_accuracy(nn_run *run) {
  static const nn_real x[] = {-2.25, -1.5, -1.25, -0.5,  -0.25,
                              0.25,  0.75, 1,     1.625, 2.125};
  static const nn_real t[] = {0, 0, 0, 1, 0, 1, 0, 1, 1, 1};
  enum { POINTS = 10, SHOWN = 600 };
  nn_table *table = nn_run_table(run, "accuracy", "b accuracy loss");
  nn_real best_loss = (nn_real)INFINITY, at_best = 0;
  size_t levels = 0;
  nn_real before = -1;
  for (int i = 0; i <= SHOWN; i++) {
    nn_real b = (nn_real)(-6 + 12.0 * i / (double)SHOWN), loss = 0;
    size_t right = 0;
    for (size_t k = 0; k < POINTS; k++) {
      nn_real z = 2 * x[k] + b;
      right += (z > 0) == (t[k] > 0);
      loss += nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &z, &t[k]);
    }
    nn_real share = (nn_real)right / (nn_real)POINTS;
    loss /= (nn_real)POINTS;
    if (share != before) levels++;
    before = share;
    if (loss < best_loss) {
      best_loss = loss;
      at_best = share;
    }
    nn_table_row(table, b, share, loss);
  }
  nn_run_number(run, "accuracy.jumps", "%.0f", (double)levels - 1);
  nn_run_number(run, "accuracy.low", "%.2f", best_loss);
  nn_run_number(run, "accuracy.at-best", "%.0f", 100 * (double)at_best);
}

/* Loss and slope of three losses for errors from -3 to 3. */
static void show_shapes(nn_run *run) {
  nn_table *table = nn_run_table(
      run, "shapes",
      "error quadratic absolute huber dquadratic dabsolute dhuber");
  static const nn_loss losses[] = {NN_QUADRATIC, NN_ABSOLUTE, NN_HUBER};
  const nn_real zero = 0;
  for (int i = -300; i <= 300; i++) {
    nn_real error = (nn_real)i / 100, value[3], slope[3];
    for (int l = 0; l < 3; l++) {
      value[l] = nn_loss_value(losses[l], 1, &error, &zero);
      nn_loss_gradient(losses[l], 1, &error, &zero, &slope[l]);
    }
    nn_table_row(table, error, value[0], value[1], value[2], slope[0],
                 slope[1], slope[2]);
  }
}

/* A line through points of which the last has slipped. */
static void show_outlier(nn_run *run) {
  nn_dataset data = nn_dataset_new(9, 1, 1);
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_table *points = nn_run_table(run, "points", "x t");
  for (size_t i = 0; i < data.count; i++) {
    data.x[i] = (nn_real)(i + 1);
    data.t[i] = data.x[i] + nn_rng_normal(&rng) / 4;
    if (i + 1 == data.count) data.t[i] = -3;
    nn_table_row(points, data.x[i], data.t[i]);
  }
  nn_real quadratic = best_weight(NN_QUADRATIC, &data, -5, 5);
  nn_real absolute = best_weight(NN_ABSOLUTE, &data, -5, 5);
  nn_real huber = best_weight(NN_HUBER, &data, -5, 5);
  nn_table *lines =
      nn_run_table(run, "outlier-lines", "quadratic absolute huber");
  nn_table_row(lines, quadratic, absolute, huber);
  nn_run_number(run, "outlier.quadratic", "%.2f", quadratic);
  nn_run_number(run, "outlier.absolute", "%.2f", absolute);
  nn_run_number(run, "outlier.huber", "%.2f", huber);
  nn_dataset_free(&data);
}

/* Nielsen's neuron: x = 1, target 0, rate 0.15, 300 steps. */
static void saturate(nn_run *run) {
  enum { STEPS = 300 };
  static const struct {
    const char *name;
    neuron start;
    nn_real (*slope)(nn_real a, nn_real t);
  } runs[] = {
      {"near-quadratic", {(nn_real)0.6, (nn_real)0.9}, quadratic_slope},
      {"far-quadratic", {2, 2}, quadratic_slope},
      {"near-entropy", {(nn_real)0.6, (nn_real)0.9}, cross_entropy_slope},
      {"far-entropy", {2, 2}, cross_entropy_slope},
  };
  nn_table *table = nn_run_table(run, "neuron", "step a");
  nn_run_part(run, "neuron");
  nn_run_say(run,
             "One neuron, x = 1, wanted 0: its output after steps\n\n"
             " loss           w    b       0     100     200     300\n");
  for (size_t r = 0; r < 4; r++) {
    neuron n = runs[r].start;
    char name[64];
    nn_run_say(run, " %-13s%3.1f  %3.1f", r < 2 ? "quadratic" : "entropy",
               (double)n.w, (double)n.b);
    for (int step = 0; step <= STEPS; step++) {
      nn_real a = sigmoid(n.w + n.b);
      nn_table_row(table, (nn_real)step, a);
      if (step % 100 == 0) nn_run_say(run, "  %.4f", (double)a);
      if (step == 0) {
        snprintf(name, sizeof name, "%s.start", runs[r].name);
        nn_run_number(run, name, "%.4f", a);
        snprintf(name, sizeof name, "%s.slope", runs[r].name);
        nn_run_number(run, name, "%.4f", runs[r].slope(a, 0));
      }
      if (step == STEPS) {
        snprintf(name, sizeof name, "%s.end", runs[r].name);
        nn_run_number(run, name, "%.4f", a);
      }
      descend(&n, 1, 0, (nn_real)0.15, runs[r].slope);
    }
    nn_run_say(run, "\n");
    nn_table_block(table);
  }
}

/* Loss and slope of both losses by z, where the target is 0. */
static void show_slopes(nn_run *run) {
  nn_table *table = nn_run_table(run, "slopes",
                                 "z quadratic entropy dquadratic dentropy");
  const nn_real zero = 0;
  nn_real steepest = 0, where = 0;
  for (int i = -600; i <= 600; i++) {
    nn_real z = (nn_real)i / 100, a = sigmoid(z);
    nn_real quadratic = nn_loss_value(NN_QUADRATIC, 1, &a, &zero);
    nn_real entropy = nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &z, &zero);
    nn_real slope = quadratic_slope(a, 0);
    if (slope > steepest) {
      steepest = slope;
      where = z;
    }
    nn_table_row(table, z, quadratic, entropy, slope,
                 cross_entropy_slope(a, 0));
  }
  nn_run_number(run, "steepest.slope", "%.3f", steepest);
  nn_run_number(run, "steepest.z", "%.2f", where);
}

/* Where the formulas of the textbook fail, and those of nn do not. */
static void overflow(nn_run *run) {
  static const nn_real sums[] = {1, 10, 30, 40, 800};
  const nn_real zero = 0;
  nn_run_part(run, "overflow");
  nn_run_say(run, "Cross-entropy, wanted 0, by two formulas\n\n"
                  "     z       naive      stable\n");
  for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
    nn_run_say(
        run, "%6.0f%12.6g%12.6g\n", (double)sums[i],
        (double)naive_cross_entropy(sums[i], 0),
        (double)nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &sums[i], &zero));

  nn_real ten[10] = {0}, large[10] = {1000, 999}, first[10] = {1};
  double even =
      (double)nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 10, ten, first);
  double stable =
      (double)nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 2, large, first);
  double naive = (double)naive_softmax_loss(2, large, first);
  nn_run_say(run, "\nSoftmax of 1000 and 999: naive %g, stable %.4f\n",
             isnan(naive) ? (double)NAN : naive, stable);
  nn_run_number(run, "ten-classes", "%.4f", even);
  nn_run_number(run, "softmax.stable", "%.4f", stable);
  nn_run_number(run, "softmax.naive-fails", "%.0f", isnan(naive) != 0);
}

/* Two ways to answer five questions: one is right more often, the other
 * has the lower loss. */
static void compare_metrics(nn_run *run) {
  static const nn_real careful[] = {(nn_real)0.45, (nn_real)0.45,
                                    (nn_real)0.9, (nn_real)0.9,
                                    (nn_real)0.9};
  static const nn_real bold[] = {(nn_real)0.55, (nn_real)0.55,
                                 (nn_real)0.55, (nn_real)0.55,
                                 (nn_real)0.01};
  const nn_real *const both[] = {careful, bold};
  static const char *const names[] = {"careful", "bold"};
  nn_run_part(run, "metrics");
  nn_run_say(run, "Five examples, target 1 each\n\n"
                  "            outputs                     right   loss\n");
  for (int m = 0; m < 2; m++) {
    nn_real loss = 0;
    int right = 0;
    nn_run_say(run, " %-8s", names[m]);
    for (int i = 0; i < 5; i++) {
      nn_real a = both[m][i];
      nn_run_say(run, "  %.2f", (double)a);
      right += a > (nn_real)0.5;
      loss -= nn_log(a) / 5;
    }
    nn_run_say(run, "%9d  %.3f\n", right, (double)loss);
    char name[64];
    snprintf(name, sizeof name, "%s.right", names[m]);
    nn_run_number(run, name, "%.0f", right);
    snprintf(name, sizeof name, "%s.loss", names[m]);
    nn_run_number(run, name, "%.3f", loss);
  }
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "loss functions, their slopes and failures", 2015);
  show_accuracy(run);
  show_shapes(run);
  show_outlier(run);
  saturate(run);
  show_slopes(run);
  nn_run_say(run, "\n");
  overflow(run);
  nn_run_say(run, "\n");
  compare_metrics(run);
  return nn_run_end(run);
}
