/* Chapter 3: loss functions, the number that training makes small. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/loss.h>
#include <nn/rng.h>

#include <math.h>
#include <stdio.h>

/* ---- why not count the right answers? --------------------------------*/

enum { EXAMPLES = 10 };

static const nn_real inputs[EXAMPLES] = {-2.25, -1.5, -1.25, -0.5,  -0.25,
                                         0.25,  0.75, 1,     1.625, 2.125};
static const nn_real targets[EXAMPLES] = {0, 0, 0, 1, 0, 1, 0, 1, 1, 1};

/* The share of right answers of a neuron that has the weight 2. */
static nn_real accuracy(nn_real bias) {
  size_t right = 0;
  for (size_t i = 0; i < EXAMPLES; i++) {
    nn_real z = 2 * inputs[i] + bias;
    right += (z > 0) == (targets[i] > 0);
  }
  return (nn_real)right / EXAMPLES;
}

/* The mean loss of that neuron, with a sigmoid in place of its step. */
static nn_real smooth_loss(nn_real bias) {
  nn_real sum = 0;
  for (size_t i = 0; i < EXAMPLES; i++) {
    nn_real z = 2 * inputs[i] + bias;
    sum += nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &z, &targets[i]);
  }
  return sum / EXAMPLES;
}

static void move_bias(void) {
  printf("Ten examples and one neuron, as its bias moves\n\n"
         "  bias   right    loss\n");
  for (int tenths = -12; tenths <= 12; tenths += 3) {
    nn_real bias = (nn_real)tenths / 10;
    printf("%6.1f%7.0f%%%8.3f\n", (double)bias,
           100 * (double)accuracy(bias), (double)smooth_loss(bias));
  }
}

/* ---- when an example lies --------------------------------------------*/

enum { SEED = 2015 };

/* Nine points that should lie close to the line t = x; the last slipped. */
static nn_dataset slipped_points(nn_rng *rng) {
  nn_dataset data = nn_dataset_new(9, 1, 1);
  for (size_t i = 0; i < data.count; i++) {
    data.x[i] = (nn_real)(i + 1);
    data.t[i] = data.x[i] + nn_rng_normal(rng) / 4;
  }
  data.t[data.count - 1] = -3;
  return data;
}

/* The mean loss of the answers a = w x. */
static nn_real mean_loss(nn_loss loss, const nn_dataset *data, nn_real w) {
  nn_real sum = 0;
  for (size_t i = 0; i < data->count; i++) {
    nn_real a = w * *nn_dataset_input(data, i);
    sum += nn_loss_value(loss, 1, &a, nn_dataset_target(data, i));
  }
  return sum / (nn_real)data->count;
}

/* The best w between -5 and 5, by ternary search: the loss falls toward it
 * from both sides, so it does not lie beyond the worse of two places. */
static nn_real best_weight(nn_loss loss, const nn_dataset *data) {
  nn_real low = -5, high = 5;
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

static void fit_lines(void) {
  static const nn_loss losses[] = {NN_QUADRATIC, NN_ABSOLUTE, NN_HUBER};
  nn_rng rng = nn_rng_seeded(SEED);
  nn_dataset data = slipped_points(&rng);
  printf("The best line a = w x, where one point has slipped\n\n"
         " loss           w\n");
  for (size_t l = 0; l < sizeof losses / sizeof *losses; l++)
    printf(" %-11s%5.2f\n", nn_loss_name(losses[l]),
           (double)best_weight(losses[l], &data));
  nn_dataset_free(&data);
}

/* ---- one sigmoid neuron ----------------------------------------------*/

/* One weight and one bias; a = sigmoid(w x + b). */
typedef struct {
  nn_real w, b;
} neuron;

static nn_real sigmoid(nn_real z) {
  return 1 / (1 + nn_exp(-z));
}

/* The slopes of two losses with respect to z, for the output a and the
 * target t. */
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

enum { TRAININGS = 4, STEPS = 300 };

/* Where a neuron starts, and the loss that it descends. */
typedef struct {
  const char *loss;
  nn_real (*slope)(nn_real a, nn_real t);
  neuron start;
} training;

static const training trainings[TRAININGS] = {
    {"quadratic", quadratic_slope, {(nn_real)0.6, (nn_real)0.9}},
    {"quadratic", quadratic_slope, {2, 2}},
    {"entropy", cross_entropy_slope, {(nn_real)0.6, (nn_real)0.9}},
    {"entropy", cross_entropy_slope, {2, 2}},
};

/* The neuron's output before each of the steps, and after the last. */
static void train(const training *one, nn_real output[STEPS + 1]) {
  neuron n = one->start;
  for (int step = 0; step <= STEPS; step++) {
    output[step] = sigmoid(n.w + n.b);
    descend(&n, 1, 0, (nn_real)0.15, one->slope);
  }
}

static void saturate(void) {
  printf("One neuron, x = 1, target 0: its output after steps\n\n"
         " loss           w    b       0     100     200     300\n");
  for (size_t i = 0; i < TRAININGS; i++) {
    const training *one = &trainings[i];
    nn_real output[STEPS + 1];
    train(one, output);
    printf(" %-13s%3.1f  %3.1f", one->loss, (double)one->start.w,
           (double)one->start.b);
    for (int step = 0; step <= STEPS; step += 100)
      printf("  %.4f", (double)output[step]);
    printf("\n");
  }
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

static void compare_cross_entropies(void) {
  static const nn_real sums[] = {1, 10, 30, 40, 800};
  const nn_real zero = 0;
  printf("Cross-entropy, target 0, by two formulas\n\n"
         "     z       naive      stable\n");
  for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
    nn_real naive = naive_cross_entropy(sums[i], 0);
    nn_real stable =
        nn_loss_value(NN_BINARY_CROSS_ENTROPY, 1, &sums[i], &zero);
    printf("%6.0f%12.6g%12.6g\n", (double)sums[i], (double)naive,
           (double)stable);
  }
}

static const nn_real large_logits[] = {1000, 999};
static const nn_real first_class[] = {1, 0};

static void compare_softmax_losses(void) {
  nn_real naive = naive_softmax_loss(2, large_logits, first_class);
  nn_real stable =
      nn_loss_value(NN_SOFTMAX_CROSS_ENTROPY, 2, large_logits, first_class);
  printf("\nSoftmax of 1000 and 999: naive %g, stable %.4f\n",
         fabs((double)naive), /* without the sign that a NaN may have */
         (double)stable);
}

/* ---- a loss is not what you want -------------------------------------*/

enum { QUESTIONS = 5 };

/* What two models answer to five questions, to each of which the right
 * answer is 1. */
static const nn_real careful[QUESTIONS] = {
    (nn_real)0.45, (nn_real)0.45, (nn_real)0.9, (nn_real)0.9, (nn_real)0.9};
static const nn_real bold[QUESTIONS] = {
    (nn_real)0.9, (nn_real)0.9, (nn_real)0.9, (nn_real)0.9, (nn_real)0.01};

static int count_right(const nn_real *a) {
  int right = 0;
  for (int i = 0; i < QUESTIONS; i++) right += a[i] > (nn_real)0.5;
  return right;
}

static nn_real mean_cross_entropy(const nn_real *a) {
  nn_real loss = 0;
  for (int i = 0; i < QUESTIONS; i++) loss -= nn_log(a[i]) / QUESTIONS;
  return loss;
}

static void print_model(const char *name, const nn_real *a) {
  printf(" %-8s", name);
  for (int i = 0; i < QUESTIONS; i++) printf("  %.2f", (double)a[i]);
  printf("%9d  %.3f\n", count_right(a), (double)mean_cross_entropy(a));
}

static void compare_models(void) {
  printf("Five examples, target 1 each\n\n"
         "            outputs                     right   loss\n");
  print_model("careful", careful);
  print_model("bold", bold);
}

int main(void) {
  move_bias();
  printf("\n\n");
  fit_lines();
  printf("\n\n");
  saturate();
  printf("\n\n");
  compare_cross_entropies();
  compare_softmax_losses();
  printf("\n\n");
  compare_models();
  return 0;
}
