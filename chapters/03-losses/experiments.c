/* Chapter 3, measured: the numbers and tables of the book. */
#define main losses_main
#include "losses.c"
#undef main

#include <nn/run.h>

#include <string.h>

/* The share of right answers and the loss, as the bias moves from -6 to 6.
 */
static void measure_accuracy(nn_run *run) {
  enum { PLACES = 600 };
  nn_table *table = nn_run_table(run, "accuracy", "b accuracy loss");
  nn_real before = accuracy(-6), best_loss = (nn_real)INFINITY, at_best = 0;
  size_t jumps = 0;
  for (int i = 0; i <= PLACES; i++) {
    nn_real bias = (nn_real)(-6 + 12.0 * i / (double)PLACES);
    nn_real share = accuracy(bias), loss = smooth_loss(bias);
    jumps += share != before;
    before = share;
    if (loss < best_loss) {
      best_loss = loss;
      at_best = share;
    }
    nn_table_row(table, bias, share, loss);
  }
  /* The answer to example i flips where 2 x + b is 0. */
  nn_table *flips = nn_run_table(run, "accuracy-examples", "b target");
  for (size_t i = 0; i < EXAMPLES; i++)
    nn_table_row(flips, -2 * inputs[i], targets[i]);
  nn_run_number(run, "accuracy.jumps", "%.0f", jumps);
  nn_run_number(run, "accuracy.low", "%.2f", best_loss);
  nn_run_number(run, "accuracy.at-best", "%.0f", 100 * (double)at_best);
}

/* Three losses and their slopes, for errors from -3 to 3. */
static void draw_shapes(nn_run *run) {
  static const nn_loss losses[] = {NN_QUADRATIC, NN_ABSOLUTE, NN_HUBER};
  nn_table *table = nn_run_table(
      run, "shapes",
      "error quadratic absolute huber dquadratic dabsolute dhuber");
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

static void measure_outlier(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data = slipped_points(&rng);
  nn_table *points = nn_run_table(run, "points", "x t");
  for (size_t i = 0; i < data.count; i++)
    nn_table_row(points, data.x[i], data.t[i]);

  nn_real quadratic = best_weight(NN_QUADRATIC, &data);
  nn_real absolute = best_weight(NN_ABSOLUTE, &data);
  nn_real huber = best_weight(NN_HUBER, &data);
  nn_run_number(run, "outlier.quadratic", "%.2f", quadratic);
  nn_run_number(run, "outlier.absolute", "%.2f", absolute);
  nn_run_number(run, "outlier.huber", "%.2f", huber);
  nn_dataset others = data; /* all but the outlier, the last */
  others.count--;
  nn_run_number(run, "others.quadratic", "%.2f",
                best_weight(NN_QUADRATIC, &others));
  nn_run_number(run, "others.absolute", "%.2f",
                best_weight(NN_ABSOLUTE, &others));
  nn_table *lines =
      nn_run_table(run, "outlier-lines", "quadratic absolute huber");
  nn_table_row(lines, quadratic, absolute, huber);
  nn_dataset_free(&data);
}

/* Nielsen's neuron; the trainings are in the order of `trainings`. */
static void measure_neuron(nn_run *run) {
  nn_real output[TRAININGS][STEPS + 1];
  nn_table *table = nn_run_table(run, "neuron", "step a");
  for (size_t i = 0; i < TRAININGS; i++) {
    train(&trainings[i], output[i]);
    for (int step = 0; step <= STEPS; step++)
      nn_table_row(table, (nn_real)step, output[i][step]);
    nn_table_block(table);
  }
  const nn_real *near = output[0], *far = output[1];
  nn_run_number(run, "near-quadratic.start", "%.4f", near[0]);
  nn_run_number(run, "near-quadratic.end", "%.4f", near[STEPS]);
  nn_run_number(run, "near-quadratic.slope", "%.4f",
                quadratic_slope(near[0], 0));
  nn_run_number(run, "far-quadratic.start", "%.4f", far[0]);
  nn_run_number(run, "far-quadratic.end", "%.4f", far[STEPS]);
  nn_run_number(run, "far-quadratic.slope", "%.4f",
                quadratic_slope(far[0], 0));
  nn_run_number(run, "far-entropy.slope", "%.4f",
                cross_entropy_slope(output[3][0], 0));
}

/* The small steps that bring the output down to 1/2. */
static double steps_to_half(const training *one) {
  neuron n = one->start;
  double steps = 0;
  for (; sigmoid(n.w + n.b) > (nn_real)0.5; steps++)
    descend(&n, 1, 0, (nn_real)0.001, one->slope);
  return steps;
}

/* How many times as many steps the far start needs as the near one. */
static void compare_starts(nn_run *run) {
  nn_run_number(run, "quadratic.far-to-near", "%.1f",
                steps_to_half(&trainings[1]) /
                    steps_to_half(&trainings[0]));
  nn_run_number(run, "entropy.far-to-near", "%.1f",
                steps_to_half(&trainings[3]) /
                    steps_to_half(&trainings[2]));
}

/* Two losses and their slopes with respect to z, where the target is 0. */
static void measure_slopes(nn_run *run) {
  nn_table *table = nn_run_table(run, "slopes",
                                 "z quadratic entropy dquadratic dentropy");
  const nn_real zero = 0;
  nn_real steepest = 0, where = 0;
  for (int i = -600; i <= 600; i++) {
    nn_real z = (nn_real)i / 100, a = sigmoid(z);
    nn_real slope = quadratic_slope(a, 0);
    if (slope > steepest) {
      steepest = slope;
      where = z;
    }
    nn_table_row(table, z, nn_loss_value(NN_QUADRATIC, 1, &a, &zero),
                 nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &z, &zero),
                 slope, cross_entropy_slope(a, 0));
  }
  nn_run_number(run, "steepest.slope", "%.3f", steepest);
  nn_run_number(run, "steepest.z", "%.2f", where);
}

static void measure_softmax(nn_run *run) {
  const nn_real even[10] = {0}, first[10] = {1};
  nn_run_number(run, "ten-classes", "%.4f",
                nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 10, even, first));
  const nn_real z[3] = {2, 1, 0};
  nn_real sum = nn_exp(z[0]) + nn_exp(z[1]) + nn_exp(z[2]);
  nn_run_number(run, "softmax.e2", "%.3f", nn_exp(z[0]));
  nn_run_number(run, "softmax.e1", "%.3f", nn_exp(z[1]));
  nn_run_number(run, "softmax.p2", "%.3f", nn_exp(z[0]) / sum);
  nn_run_number(run, "softmax.p1", "%.3f", nn_exp(z[1]) / sum);
  nn_run_number(run, "softmax.p0", "%.3f", nn_exp(z[2]) / sum);
  nn_run_number(run, "softmax.stable", "%.4f",
                nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 2, large_logits,
                              first_class));
}

static void measure_models(nn_run *run) {
  nn_run_number(run, "careful.right", "%.0f", count_right(careful));
  nn_run_number(run, "careful.loss", "%.3f", mean_cross_entropy(careful));
  nn_run_number(run, "bold.right", "%.0f", count_right(bold));
  nn_run_number(run, "bold.loss", "%.3f", mean_cross_entropy(bold));
  nn_real hedged[QUESTIONS];
  memcpy(hedged, bold, sizeof hedged);
  hedged[QUESTIONS - 1] = (nn_real)0.45;
  nn_run_number(run, "hedged.loss", "%.3f", mean_cross_entropy(hedged));
  nn_run_number(run, "careful.most-wrong", "%.0f",
                100 * (double)mean_cross_entropy(careful) / log(2));
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "loss functions, their slopes and failures", SEED);
  measure_accuracy(run);
  draw_shapes(run);
  measure_outlier(run);
  measure_neuron(run);
  compare_starts(run);
  measure_slopes(run);
  measure_softmax(run);
  measure_models(run);
  return nn_run_end(run);
}
