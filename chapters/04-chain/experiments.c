/* Chapter 4, measured: the numbers, tables and graphs of the book. */
#define main chain_main
#include "chain.c"
#undef main

#include <nn/optimizer.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/train.h>

#include <stdbool.h>
#include <stdlib.h>

/* ---- one neuron, and one path ----------------------------------------*/

static void measure_neuron(nn_run *run) {
  nn_real z = example.w * example_x + example.b, a = sigmoid(z);
  neuron gradient = neuron_gradient(example, example_x, example_t);
  nn_real difference = neuron_difference(example, example_x, example_t);
  nn_run_number(run, "one.z", "%.1f", z);
  nn_run_number(run, "one.a", "%.4f", a);
  nn_run_number(run, "one.error", "%.4f", a - example_t);
  nn_run_number(run, "one.slope", "%.4f", a * (1 - a));
  nn_run_number(run, "one.delta", "%.4f", gradient.b);
  nn_run_number(run, "one.dw", "%.4f", gradient.w);
  nn_run_number(run, "one.apart", "%.0e",
                fabs((double)(difference - gradient.w)));
}

/* A second neuron behind the first. */
static void measure_path(nn_run *run) {
  const neuron second = {2, -1};
  nn_real a1 = sigmoid(example.w * example_x + example.b);
  nn_real delta2 = neuron_gradient(second, a1, example_t).b;
  nn_real slope1 = a1 * (1 - a1);
  nn_run_number(run, "path.slope1", "%.4f", slope1);
  nn_run_number(run, "path.delta2", "%.4f", delta2);
  nn_run_number(run, "path.delta1", "%.4f", delta2 * second.w * slope1);
}

/* What the gradient of a network costs, in multiplications. */
static void count_work(nn_run *run) {
  const double first = 784 * 30, second = 30 * 10; /* weights */
  double params = first + 30 + second + 10, forward = first + second;
  double backward = first + 2 * second; /* BP4, and BP2 above */
  double differences = 2 * params * forward;
  nn_run_number(run, "work.params", "%.0f", params);
  nn_run_number(run, "work.forward", "%.0f", forward);
  nn_run_number(run, "work.backward", "%.0f", backward);
  nn_run_number(run, "work.differences", "%.0f", differences);
  nn_run_number(run, "work.ratio", "%.0f",
                differences / (forward + backward) / 1000); /* thousands */
  nn_run_number(run, "paths.five-layers", "%.0f", pow(30, 4));
}

/* ---- networks of two layers ------------------------------------------*/

static nn_net two_layer_net(size_t inputs, size_t hidden, size_t outputs) {
  nn_net net = nn_net_new(inputs);
  nn_net_add(&net, hidden, NN_SIGMOID);
  nn_net_add(&net, outputs, NN_SIGMOID);
  return net;
}

/* Mazur's, W and b of each layer. */
static const nn_real worked_params[] = {0.15, 0.25, 0.20, 0.30, 0.35, 0.35,
                                        0.40, 0.50, 0.45, 0.55, 0.60, 0.60};

static model worked_model(void) {
  nn_dataset data = nn_dataset_new(1, 2, 2);
  data.x[0] = (nn_real)0.05;
  data.x[1] = (nn_real)0.10;
  data.t[0] = (nn_real)0.01;
  data.t[1] = (nn_real)0.99;
  model m = model_new(two_layer_net(2, 2, 2), data);
  memcpy(m.params, worked_params, sizeof worked_params);
  return m;
}

/* Takes a step with the weights from params[from] to params[to - 1]. */
static void descend(model *m, size_t from, size_t to,
                    nn_real learning_rate) {
  for (size_t i = from; i < to; i++)
    m->params[i] -= learning_rate * m->grads[i];
}

/* After one step of all weights; the biases stay. If `too_early`, the
 * output weights move before the hidden layer's gradient is computed. */
static nn_real loss_after_step(bool too_early) {
  model m = worked_model();
  const nn_layer *hidden = &m.net.layer[0], *output = &m.net.layer[1];
  loss_and_gradient(&m);
  descend(&m, output->weights, output->biases, (nn_real)0.5);
  if (too_early) nn_net_backward(&m.net, m.params, &m.pass, m.grads);
  descend(&m, hidden->weights, hidden->biases, (nn_real)0.5);
  nn_real value = loss(&m);
  model_free(&m);
  return value;
}

/* ---- a network in numbers --------------------------------------------*/

/* The error of nn_gradcheck's worst weight. */
static double worst_error(model *m) {
  nn_gradcheck_result worst =
      nn_gradcheck(&m->net, m->params, m->grads, &m->pass, NN_QUADRATIC,
                   m->data.count, m->data.x, m->data.t, NN_GRADCHECK_STEP);
  return (double)worst.error;
}

static nn_real sigmoid_derivative(nn_real z) {
  nn_real a = sigmoid(z);
  return a * (1 - a);
}

/* For the figure: the inputs, the neurons, and the weights from neuron i
 * of the layer before to neuron j of layer l, with what goes back along
 * each. */
static void draw_network(nn_run *run, const model *m) {
  nn_table *neurons = nn_run_table(run, "net-neurons", "l j b z a delta");
  nn_table *weights = nn_run_table(run, "net-weights", "l i j w back");
  nn_table *inputs = nn_run_table(run, "net-inputs", "i x");
  for (size_t i = 0; i < m->net.inputs; i++)
    nn_table_row(inputs, (nn_real)(i + 1), m->data.x[i]);
  for (size_t l = 0; l < m->net.depth; l++) {
    const nn_layer *here = &m->net.layer[l];
    for (size_t j = 0; j < here->outputs; j++) {
      nn_table_row(neurons, (nn_real)(l + 1), (nn_real)(j + 1),
                   m->params[here->biases + j], m->pass.z[l][j],
                   m->pass.a[l][j], m->pass.delta[l][j]);
      for (size_t i = 0; i < here->inputs; i++) {
        size_t at = here->weights + i * here->outputs + j;
        nn_table_row(weights, (nn_real)(l + 1), (nn_real)(i + 1),
                     (nn_real)(j + 1), m->params[at],
                     m->params[at] * m->pass.delta[l][j]);
      }
    }
  }
}

/* By how much the loss of the small network grows if the answer of its
 * very first neuron grows by `more`, for those neurons of the next layer
 * that are told of it. */
static double loss_grows(const bool told[2], nn_real more) {
  layer layers[SMALL_DEPTH];
  nn_real slopes[SMALL_PARAMS];
  layers_over(small_params, slopes, small_width, SMALL_DEPTH, layers);
  forward(layers, SMALL_DEPTH, small_x);
  layer *second = &layers[1], *last = &layers[2];
  double before = (double)last->a[0];
  for (size_t j = 0; j < 2; j++) {
    if (told[j]) second->z[j] += more * second->w[j];
    second->a[j] = sigmoid(second->z[j]);
  }
  layer_forward(last, second->a);
  double after = (double)last->a[0]; /* the target is 0 */
  return (after * after - before * before) / 2;
}

static void measure_paths(nn_run *run) {
  const nn_real more = (nn_real)0.01;
  nn_run_number(run, "paths.first", "%.6f",
                loss_grows((bool[]){true, false}, more));
  nn_run_number(run, "paths.second", "%.6f",
                loss_grows((bool[]){false, true}, more));
  nn_run_number(run, "paths.both", "%.6f",
                loss_grows((bool[]){true, true}, more));
}

/* Neuron j of layer l has [l - 1][j - 1]. */
static void measure_network(nn_run *run) {
  model m = small_model();
  nn_run_number(run, "net.loss", "%.4f", loss_and_gradient(&m));
  nn_real *const *z = m.pass.z, *const *a = m.pass.a;
  nn_real *const *delta = m.pass.delta;
  nn_run_number(run, "net.params", "%.0f", m.net.params);
  nn_run_number(run, "net.z1.1", "%.0f", z[0][0]);
  nn_run_number(run, "net.a1.1", "%.4f", a[0][0]);
  nn_run_number(run, "net.a1.2", "%.4f", a[0][1]);
  nn_run_number(run, "net.a2.1", "%.4f", a[1][0]);
  nn_run_number(run, "net.a2.2", "%.4f", a[1][1]);
  nn_run_number(run, "net.a3.1", "%.4f", a[2][0]);
  nn_run_number(run, "net.s1.1", "%.4f", sigmoid_derivative(z[0][0]));
  nn_run_number(run, "net.s2.1", "%.4f", sigmoid_derivative(z[1][0]));
  nn_run_number(run, "net.s2.2", "%.4f", sigmoid_derivative(z[1][1]));
  nn_run_number(run, "net.s3.1", "%.4f", sigmoid_derivative(z[2][0]));
  nn_run_number(run, "net.d1.1", "%.4f", delta[0][0]);
  nn_run_number(run, "net.d2.1", "%.4f", delta[1][0]);
  nn_run_number(run, "net.d2.2", "%.4f", delta[1][1]);
  nn_run_number(run, "net.d3.1", "%.4f", delta[2][0]);
  nn_run_number(run, "net.dw1.21", "%.4f",
                m.grads[m.net.layer[0].weights + 2]);
  draw_network(run, &m);
  nn_run_number(run, "net.gradcheck", "%.0e", worst_error(&m));
  model_free(&m);
}

/* ---- gates -----------------------------------------------------------*/

/* What each gate gets from an earlier one, and the slope that it returns.
 */
static void draw_gates(nn_run *run, const gate g[GATES]) {
  nn_table *table = nn_run_table(run, "gates", "from to value slope");
  for (int i = 0; i < GATES; i++)
    for (int k = 0; k < 2 && g[i].from[k]; k++)
      nn_table_row(table, (nn_real)(g[i].from[k] - g), (nn_real)i,
                   g[i].from[k]->value, g[i].slope * g[i].local[k]);
}

static void measure_gates(nn_run *run) {
  gate g[GATES];
  compute(g, 2, 1, (nn_real)-0.5, 1);
  backpropagate(g);
  nn_run_number(run, "gate.z", "%.3f", g[Z].value);
  nn_run_number(run, "gate.z-slope", "%.3f", g[Z].slope);
  nn_run_number(run, "gate.z-direct", "%.3f", g[A].slope * g[A].local[0]);
  nn_run_number(run, "gate.z-by-sigma", "%.3f",
                g[SIGMA].slope * g[SIGMA].local[0]);
  draw_gates(run, g);
}

/* ---- the loops against nn --------------------------------------------*/

/* A random network of so many layers, of random widths, with one random
 * example. */
static model random_model(const size_t *width, size_t depth, nn_rng *rng) {
  nn_net net = nn_net_new(width[0]);
  for (size_t l = 0; l < depth; l++)
    nn_net_add(&net, width[l + 1], NN_SIGMOID);
  nn_dataset data = nn_dataset_new(1, width[0], width[depth]);
  for (size_t i = 0; i < data.inputs; i++) data.x[i] = nn_rng_normal(rng);
  for (size_t j = 0; j < data.targets; j++) data.t[j] = nn_rng_uniform(rng);
  model m = model_new(net, data);
  nn_net_init(&m.net, m.params, NN_UNIFORM, 1, rng);
  return m;
}

/* Every slope of many networks, by the chapter's loops, by nn and by
 * differences. */
static void check_loops(nn_run *run) {
  enum { NETS = 100, DEEPEST = 6 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  double from_nn = 0, from_differences = 0;
  for (int k = 0; k < NETS; k++) {
    size_t depth = 1 + nn_rng_below(&rng, DEEPEST);
    size_t width[DEEPEST + 1];
    for (size_t l = 0; l <= depth; l++)
      width[l] = 1 + nn_rng_below(&rng, WIDEST / 4);
    model m = random_model(width, depth, &rng);
    layer layers[DEEPEST];
    nn_real *slopes = nn_net_vector(&m.net);
    layers_over(m.params, slopes, width, depth, layers);
    forward(layers, depth, m.data.x);
    backward(layers, depth, m.data.x, m.data.t);
    loss_and_gradient(&m);
    for (size_t i = 0; i < m.net.params; i++)
      from_nn = fmax(from_nn, fabs((double)(slopes[i] - m.grads[i])));
    memcpy(m.grads, slopes, m.net.params * sizeof *slopes);
    from_differences = fmax(from_differences, worst_error(&m));
    nn_vector_free(slopes);
    model_free(&m);
  }
  nn_run_number(run, "loops.nets", "%.0f", NETS);
  nn_run_number(run, "loops.from-nn", "%.0e", from_nn);
  nn_run_number(run, "loops.from-differences", "%.0e", from_differences);
}

/* ---- checking a gradient ---------------------------------------------*/

static nn_real one_sided_difference(model *m, size_t i, nn_real h) {
  return (loss_beside(m, i, h) - loss(m)) / h;
}

/* The V, for steps from 1 down to 1e-13. */
static void measure_differences(nn_run *run) {
  model m = small_model();
  loss_and_gradient(&m);
  nn_table *table = nn_run_table(run, "differences", "h centred forward");
  double best = 1, best_power = 0, best_one_sided = 1;
  for (int tenth = 0; tenth <= 130; tenth += 2) {
    nn_real h = (nn_real)pow(10, -tenth / 10.0);
    double error = relative_error(&m, h, centred_difference);
    double one_sided = relative_error(&m, h, one_sided_difference);
    nn_table_row(table, h, (nn_real)error, (nn_real)one_sided);
    if (error < best) best_power = -tenth / 10.0;
    best = fmin(best, error);
    best_one_sided = fmin(best_one_sided, one_sided);
  }
  nn_run_number(run, "v.best", "%.0e", best);
  nn_run_number(run, "v.best-power", "%.1f", best_power);
  nn_run_number(run, "v.best-forward", "%.0e", best_one_sided);
  nn_run_number(run, "v.hundredfold", "%.0f",
                relative_error(&m, (nn_real)0.1, centred_difference) /
                    relative_error(&m, (nn_real)0.01, centred_difference));
  model_free(&m);
}

/* ---- a worked example ------------------------------------------------*/

/* A step in which the biases learn too. If they are shared, the neurons
 * of a layer have one in common. */
static nn_real loss_after_full_step(bool shared) {
  model m = worked_model();
  loss_and_gradient(&m);
  for (size_t l = 0; shared && l < 2; l++) {
    nn_real *db = m.grads + m.net.layer[l].biases;
    db[0] = db[1] = db[0] + db[1];
  }
  descend(&m, 0, m.net.params, (nn_real)0.5);
  nn_real value = loss(&m);
  model_free(&m);
  return value;
}

static void measure_worked_example(nn_run *run) {
  model m = worked_model();
  nn_run_number(run, "worked.before", "%.9f", loss(&m));
  nn_run_number(run, "worked.weights", "%.10f", loss_after_step(false));
  nn_run_number(run, "worked.early", "%.10f", loss_after_step(true));
  nn_run_number(run, "worked.biases", "%.9f", loss_after_full_step(false));
  nn_run_number(run, "worked.shared", "%.10f", loss_after_full_step(true));
  model_free(&m);
}

/* ---- bugs that learn -------------------------------------------------*/

typedef enum {
  NO_MISTAKE,
  NO_DERIVATIVE_AT_OUTPUT,
  DERIVATIVE_OF_A_AT_OUTPUT,
  TWICE_TOO_LARGE,
  BIASES_FROZEN,
  WEIGHT_OMITTED,
  DERIVATIVE_OF_A_IN_HIDDEN,
  NO_DERIVATIVE_IN_HIDDEN,
  OVERWRITTEN,
  MISTAKES
} mistake;

static const char *const mistakes[MISTAKES] = {
    "none",
    "no sigma' at the output",
    "sigma'(a) at the output",
    "a factor 2",
    "biases get no slope",
    "weight omitted on the way",
    "sigma'(a) in the hidden layer",
    "no sigma' in the hidden layer",
    "overwrites instead of adding",
};

/* BP1 for the only output, and the example in this row. */
static nn_real mistaken_output_delta(const model *m, size_t row,
                                     mistake made) {
  nn_real z = m->pass.z[1][row], a = m->pass.a[1][row];
  nn_real delta = (a - m->data.t[row]) / (nn_real)m->data.count;
  if (made == TWICE_TOO_LARGE) delta *= 2;
  if (made == NO_DERIVATIVE_AT_OUTPUT) return delta;
  return delta *
         sigmoid_derivative(made == DERIVATIVE_OF_A_AT_OUTPUT ? a : z);
}

/* BP2 for hidden neuron j. */
static nn_real mistaken_hidden_delta(const model *m, size_t row, size_t j,
                                     nn_real delta, mistake made) {
  size_t at = row * m->net.layer[0].outputs + j;
  nn_real z = m->pass.z[0][at], a = m->pass.a[0][at];
  if (made != WEIGHT_OMITTED)
    delta *= m->params[m->net.layer[1].weights + j];
  if (made == NO_DERIVATIVE_IN_HIDDEN) return delta;
  return delta *
         sigmoid_derivative(made == DERIVATIVE_OF_A_IN_HIDDEN ? a : z);
}

/* Adds one example's slope to those of the examples before. */
static void collect(nn_real *sum, nn_real slope, mistake made) {
  *sum = made == OVERWRITTEN ? slope : *sum + slope;
}

/* BP3 and BP4 for one example, in a network with one hidden layer. */
static void backward_example(model *m, size_t row, mistake made) {
  const nn_layer *hidden = &m->net.layer[0], *output = &m->net.layer[1];
  const nn_real *x = nn_dataset_input(&m->data, row);
  const nn_real *a = m->pass.a[0] + row * hidden->outputs;
  bool biased = made != BIASES_FROZEN;
  nn_real delta_out = mistaken_output_delta(m, row, made);
  if (biased) collect(&m->grads[output->biases], delta_out, made);
  for (size_t j = 0; j < hidden->outputs; j++) {
    nn_real delta = mistaken_hidden_delta(m, row, j, delta_out, made);
    nn_real *dw = &m->grads[hidden->weights + j];
    collect(&m->grads[output->weights + j], a[j] * delta_out, made);
    if (biased) collect(&m->grads[hidden->biases + j], delta, made);
    for (size_t i = 0; i < hidden->inputs; i++)
      collect(&dw[i * hidden->outputs], x[i] * delta, made);
  }
}

static void mistaken_gradient(model *m, mistake made) {
  loss(m);
  for (size_t i = 0; i < m->net.params; i++) m->grads[i] = 0;
  for (size_t row = 0; row < m->data.count; row++)
    backward_example(m, row, made);
}

/* Is every output this close to its target? To be asked after loss(). */
static bool all_within(const model *m, nn_real tolerance) {
  const nn_real *a = nn_pass_output(&m->pass), *t = m->data.t;
  for (size_t i = 0; i < m->data.count * m->net.outputs; i++)
    if (!(a[i] > t[i] - tolerance && a[i] < t[i] + tolerance)) return false;
  return true;
}

enum { BUG_SEEDS = 200, BUG_EPOCHS = 5000 };

static bool solves_xor(model *m, mistake made) {
  for (int epoch = 0; epoch < BUG_EPOCHS; epoch++) {
    mistaken_gradient(m, made);
    if (all_within(m, (nn_real)0.5)) return true;
    descend(m, 0, m->net.params, 4);
  }
  return false;
}

/* How often it learned, and the errors of its gradient at the start. */
typedef struct {
  int solved;
  double least, most;
} outcome;

static outcome train_mistaken(model *m, mistake made) {
  outcome found = {.least = (double)INFINITY};
  for (uint64_t seed = 0; seed < BUG_SEEDS; seed++) {
    nn_rng rng = nn_rng_seeded(seed);
    nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
    mistaken_gradient(m, made);
    double error = worst_error(m);
    found.least = fmin(found.least, error);
    found.most = fmax(found.most, error);
    found.solved += solves_xor(m, made);
  }
  return found;
}

/* How many of the mistakes learn XOR from every start. */
static size_t never_fail(const outcome found[MISTAKES]) {
  size_t count = 0;
  for (mistake made = NO_MISTAKE + 1; made < MISTAKES; made++)
    count += found[made].solved == BUG_SEEDS;
  return count;
}

/* From how many starts all of the mistakes but the worst learn at least. */
static int all_but_one(const outcome found[MISTAKES]) {
  int least = BUG_SEEDS, second = BUG_SEEDS;
  for (mistake made = NO_MISTAKE + 1; made < MISTAKES; made++) {
    int solved = found[made].solved;
    if (solved < least) {
      second = least;
      least = solved;
    } else if (solved < second) {
      second = solved;
    }
  }
  return second;
}

static void measure_mistakes(nn_run *run, const outcome found[MISTAKES]) {
  double least_wrong = (double)INFINITY;
  for (mistake made = NO_MISTAKE + 1; made < MISTAKES; made++)
    least_wrong = fmin(least_wrong, found[made].least);
  nn_run_number(run, "mistake.seeds", "%.0f", BUG_SEEDS);
  nn_run_number(run, "mistake.epochs", "%.0f", BUG_EPOCHS);
  nn_run_number(run, "mistake.always", "%.0f", (double)never_fail(found));
  nn_run_number(run, "mistake.all-but-one", "%.0f", all_but_one(found));
  nn_run_number(run, "mistake.2", "%.0f",
                found[DERIVATIVE_OF_A_AT_OUTPUT].solved);
  nn_run_number(run, "mistake.8", "%.0f", found[OVERWRITTEN].solved);
  nn_run_number(run, "mistake.right-error", "%.0e", found[NO_MISTAKE].most);
  nn_run_number(run, "mistake.least-error", "%.2f",
                floor(100 * least_wrong) / 100);
}

/* The gradient with the weights omitted on the way, against the right one:
 * at how many starts its slopes of the hidden layer point uphill. */
static void measure_omitted_weights(nn_run *run, model *m) {
  const nn_layer *output = &m->net.layer[1];
  nn_real *right = nn_net_vector(&m->net);
  int uphill = 0;
  for (uint64_t seed = 0; seed < BUG_SEEDS; seed++) {
    nn_rng rng = nn_rng_seeded(seed);
    nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
    mistaken_gradient(m, NO_MISTAKE);
    memcpy(right, m->grads, m->net.params * sizeof *right);
    mistaken_gradient(m, WEIGHT_OMITTED);
    double product = 0;
    for (size_t i = 0; i < output->weights; i++)
      product += (double)(right[i] * m->grads[i]);
    uphill += product < 0;
  }
  nn_run_number(run, "omitted.uphill", "%.0f", 100.0 * uphill / BUG_SEEDS);
  nn_vector_free(right);
}

/* The training of solves_xor with the weights omitted, or with a hidden
 * layer that stays as it was at random. How many starts learn XOR, and
 * which percentage of the output weights is positive before and after. */
static void watch_output_weights(nn_run *run, model *m) {
  const nn_layer *output = &m->net.layer[1];
  int frozen = 0, before = 0, after = 0, learned = 0;
  for (uint64_t seed = 0; seed < BUG_SEEDS; seed++) {
    nn_rng rng = nn_rng_seeded(seed);
    nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
    for (int epoch = 0; epoch < BUG_EPOCHS; epoch++) {
      mistaken_gradient(m, NO_MISTAKE);
      if (all_within(m, (nn_real)0.5)) {
        frozen++;
        break;
      }
      descend(m, output->weights, m->net.params, 4);
    }

    rng = nn_rng_seeded(seed);
    nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
    for (size_t j = 0; j < output->inputs; j++)
      before += m->params[output->weights + j] > 0;
    if (!solves_xor(m, WEIGHT_OMITTED)) continue;
    learned++;
    for (size_t j = 0; j < output->inputs; j++)
      after += m->params[output->weights + j] > 0;
  }
  const double weights = (double)output->inputs;
  nn_run_number(run, "omitted.frozen", "%.0f", frozen);
  nn_run_number(run, "omitted.positive-before", "%.0f",
                100 * before / (BUG_SEEDS * weights));
  nn_run_number(run, "omitted.positive-after", "%.0f",
                100 * after / (learned * weights));
}

static void compare_mistakes(nn_run *run) {
  model m = model_new(two_layer_net(2, 4, 1), nn_dataset_parity(2));
  outcome found[MISTAKES];
  printf("Bugs that learn\n\n"
         "                                     learns     error of the"
         " gradient\n"
         " mistake                             XOR in     least       most"
         "\n");
  for (mistake made = NO_MISTAKE; made < MISTAKES; made++) {
    found[made] = train_mistaken(&m, made);
    printf(" %-34s%5d/%d%10.0e%11.0e\n", mistakes[made], found[made].solved,
           BUG_SEEDS, found[made].least, found[made].most);
  }
  measure_mistakes(run, found);
  measure_omitted_weights(run, &m);
  watch_output_weights(run, &m);
  model_free(&m);
}

/* ---- slopes in a deep network ----------------------------------------*/

static void draw_activations(nn_run *run) {
  static const nn_activation shown[] = {NN_SIGMOID, NN_TANH, NN_RELU};
  nn_table *table = nn_run_table(
      run, "activations", "z sigmoid tanh relu dsigmoid dtanh drelu");
  for (int i = -400; i <= 400; i++) {
    nn_real z = (nn_real)i / 100, a[3], slope[3] = {1, 1, 1};
    for (int f = 0; f < 3; f++) {
      nn_activate(shown[f], 1, &z, &a[f]);
      nn_activation_backward(shown[f], 1, &z, &a[f], &slope[f]);
    }
    nn_table_row(table, z, a[0], a[1], a[2], slope[0], slope[1], slope[2]);
  }
}

enum { DEPTH = 10, WIDTH = 30 };

static model deep_model(nn_activation activation, nn_rng *rng) {
  enum { EXAMPLES = 100 };
  nn_net net = nn_net_new(WIDTH);
  for (int l = 0; l < DEPTH; l++) nn_net_add(&net, WIDTH, activation);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_dataset data = nn_dataset_new(EXAMPLES, WIDTH, 1);
  for (size_t i = 0; i < EXAMPLES * WIDTH; i++)
    data.x[i] = nn_rng_normal(rng);
  for (size_t i = 0; i < EXAMPLES; i++) data.t[i] = nn_rng_normal(rng);
  return model_new(net, data);
}

/* The root mean square of delta in layer l. */
static nn_real rms_delta(const model *m, size_t l) {
  size_t count = m->data.count * m->net.layer[l].outputs;
  nn_real sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += m->pass.delta[l][i] * m->pass.delta[l][i];
  return (nn_real)sqrt((double)sum / (double)count);
}

enum { DEEP_NETS = 25 };

static int in_order(const void *a, const void *b) {
  nn_real x = *(const nn_real *)a, y = *(const nn_real *)b;
  return (x > y) - (x < y);
}

/* For random networks before any training: in each layer, delta relative
 * to that of the last hidden layer, in rising order. */
static void measure_deep(nn_activation activation, nn_initial initial,
                         nn_rng *rng, nn_real found[DEPTH][DEEP_NETS]) {
  model m = deep_model(activation, rng);
  for (size_t k = 0; k < DEEP_NETS; k++) {
    nn_net_init(&m.net, m.params, initial, 1, rng);
    loss_and_gradient(&m);
    for (size_t l = 0; l < DEPTH; l++)
      found[l][k] = rms_delta(&m, l) / rms_delta(&m, DEPTH - 1);
  }
  for (size_t l = 0; l < DEPTH; l++)
    qsort(found[l], DEEP_NETS, sizeof **found, in_order);
  model_free(&m);
}

static void measure_depth(nn_run *run) {
  static const struct {
    nn_activation activation;
    nn_initial initial;
    const char *median, *least, *most, *format;
  } kinds[] = {{NN_SIGMOID, NN_XAVIER, "depth.sigmoid",
                "depth.sigmoid-least", "depth.sigmoid-most", "%.0e"},
               {NN_TANH, NN_XAVIER, "depth.tanh", "depth.tanh-least",
                "depth.tanh-most", "%.2f"},
               {NN_RELU, NN_HE, "depth.relu", "depth.relu-least",
                "depth.relu-most", "%.2f"}};
  nn_table *table = nn_run_table(run, "depth", "layer least median most");
  for (int k = 0; k < 3; k++) {
    nn_real found[DEPTH][DEEP_NETS];
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    measure_deep(kinds[k].activation, kinds[k].initial, &rng, found);
    for (size_t l = 0; l < DEPTH; l++)
      nn_table_row(table, (nn_real)(l + 1), found[l][0],
                   found[l][DEEP_NETS / 2], found[l][DEEP_NETS - 1]);
    nn_table_block(table);
    nn_run_number(run, kinds[k].median, kinds[k].format,
                  found[0][DEEP_NETS / 2]);
    nn_run_number(run, kinds[k].least, kinds[k].format, found[0][0]);
    nn_run_number(run, kinds[k].most, kinds[k].format,
                  found[0][DEEP_NETS - 1]);
  }
  nn_run_number(run, "depth.nets", "%.0f", DEEP_NETS);
}

/* ---- the experiments of 1986: training -------------------------------*/

typedef struct {
  nn_real learning_rate, momentum;
  nn_real initial;   /* weights are drawn from [-initial, initial) */
  nn_real tolerance; /* how close is right: 1/2 rounds to the target */
  bool online;       /* a step after each example, not after all */
  size_t limit;      /* sweeps */
} recipe;

static void step_online(model *m, nn_optimizer *optimizer) {
  for (size_t i = 0; i < m->data.count; i++) {
    nn_net_forward(&m->net, m->params, nn_dataset_input(&m->data, i), 1,
                   &m->pass);
    nn_net_loss(&m->net, &m->pass, NN_QUADRATIC,
                nn_dataset_target(&m->data, i));
    nn_net_backward(&m->net, m->params, &m->pass, m->grads);
    nn_optimizer_step(optimizer, m->params, m->grads);
  }
}

/* Trains from random weights until all answers are right. Returns the
 * sweeps through the data that this took, at most the limit. As in 1986,
 * the gradients of the examples are added and not averaged. */
static size_t sweeps_until_right(model *m, recipe r, nn_rng *rng) {
  nn_real rate = r.learning_rate * (r.online ? 1 : (nn_real)m->data.count);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_momentum(rate, r.momentum), m->net.params);
  nn_net_init(&m->net, m->params, NN_UNIFORM, r.initial, rng);
  size_t sweeps = 0;
  for (loss(m); sweeps < r.limit && !all_within(m, r.tolerance); loss(m)) {
    sweeps++;
    if (r.online) {
      step_online(m, &optimizer);
    } else {
      nn_net_backward(&m->net, m->params, &m->pass, m->grads);
      nn_optimizer_step(&optimizer, m->params, m->grads);
    }
  }
  nn_optimizer_free(&optimizer);
  return sweeps;
}

enum { STARTS_MAX = 300 };

/* The sweeps of those starts that learned it. */
typedef struct {
  size_t sweeps[STARTS_MAX], solved, starts;
} trials;

/* Trains from one more start. Did it learn? */
static bool try_start(trials *all, model *m, recipe r, nn_rng *rng) {
  size_t sweeps = sweeps_until_right(m, r, rng);
  all->starts++;
  if (sweeps == r.limit) return false;
  all->sweeps[all->solved++] = sweeps;
  return true;
}

static int by_size(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

static void sort(trials *all) {
  qsort(all->sweeps, all->solved, sizeof *all->sweeps, by_size);
}

/* Of sorted trials: the first, second or third quartile. */
static size_t quartile(const trials *all, size_t which) {
  return all->sweeps[all->solved * which / 4];
}

/* Of sorted trials: the percentage of starts as fast as a published run. */
static double as_fast(const trials *all, size_t published) {
  size_t sooner = 0;
  while (sooner < all->solved && all->sweeps[sooner] <= published) sooner++;
  return 100 * (double)sooner / (double)all->starts;
}

/* ---- the experiments of 1986: XOR, parity, encoder -------------------*/

static const recipe of_1986 = {.learning_rate = (nn_real)0.5,
                               .momentum = (nn_real)0.9,
                               .initial = (nn_real)0.3,
                               .tolerance = (nn_real)0.5,
                               .limit = 50000};

static void learn_xor(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_net net = two_layer_net(2, 1, 1);
  nn_net_add_skips(&net);
  model m = model_new(net, nn_dataset_parity(2));
  trials all = {.starts = 0};
  while (all.starts < 300) try_start(&all, &m, of_1986, &rng);
  sort(&all);
  nn_run_number(run, "skips.starts", "%.0f", all.starts);
  nn_run_number(run, "skips.solved", "%.0f", all.solved);
  nn_run_number(run, "skips.first", "%.0f", quartile(&all, 1));
  nn_run_number(run, "skips.third", "%.0f", quartile(&all, 3));
  nn_run_number(run, "skips.as-fast", "%.0f", as_fast(&all, 558));
  model_free(&m);
}

static void learn_parity(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  model m = model_new(two_layer_net(4, 4, 1), nn_dataset_parity(4));
  recipe online = of_1986;
  online.online = true;
  trials all = {.starts = 0};
  while (all.starts < 60) try_start(&all, &m, online, &rng);
  sort(&all);
  nn_run_number(run, "parity.starts", "%.0f", all.starts);
  nn_run_number(run, "parity.solved", "%.0f", all.solved);
  nn_run_number(run, "parity.first", "%.0f", quartile(&all, 1));
  nn_run_number(run, "parity.third", "%.0f", quartile(&all, 3));
  nn_run_number(run, "parity.as-fast", "%.0f", as_fast(&all, 2825));
  model_free(&m);
}

/* Does each example have its own pattern of hidden outputs, rounded to 0
 * and 1? To be asked after loss(). */
static bool codes_differ(const model *m) {
  size_t seen = 0, bits = m->net.layer[0].outputs;
  for (size_t i = 0; i < m->data.count; i++) {
    size_t code = 0;
    for (size_t j = 0; j < bits; j++)
      code = 2 * code + (m->pass.a[0][i * bits + j] > (nn_real)0.5);
    if (seen >> code & 1) return false;
    seen |= (size_t)1 << code;
  }
  return true;
}

static void learn_encoder(nn_run *run) {
  const recipe r = {.learning_rate = (nn_real)0.25,
                    .momentum = (nn_real)0.9,
                    .initial = (nn_real)0.3,
                    .tolerance = (nn_real)0.5,
                    .online = true,
                    .limit = 10000};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  model m = model_new(two_layer_net(8, 3, 8), nn_dataset_encoder(8));
  trials all = {.starts = 0};
  size_t binary = 0;
  while (all.starts < 200)
    if (try_start(&all, &m, r, &rng)) binary += codes_differ(&m);
  sort(&all);
  nn_run_number(run, "encoder.starts", "%.0f", all.starts);
  nn_run_number(run, "encoder.solved", "%.0f", all.solved);
  nn_run_number(run, "encoder.first", "%.0f", quartile(&all, 1));
  nn_run_number(run, "encoder.third", "%.0f", quartile(&all, 3));
  nn_run_number(run, "encoder.binary", "%.0f",
                100 * (double)binary / (double)all.solved);
  model_free(&m);
}

/* ---- the experiments of 1986: symmetry -------------------------------*/

/* A hidden neuron's weights come in three pairs. How far they are from
 * w_(7-i) = -w_i, relative to the largest, and the sizes of the second and
 * the third pair relative to the smallest. */
typedef struct {
  double uneven, second, third;
} pattern;

static pattern pattern_of(const nn_real *params, size_t j) {
  double size[3], largest = 0, uneven = 0;
  for (size_t i = 0; i < 3; i++) {
    double left = (double)params[i * 2 + j];
    double right = (double)params[(5 - i) * 2 + j];
    size[i] = (fabs(left) + fabs(right)) / 2;
    largest = fmax(largest, size[i]);
    uneven = fmax(uneven, fabs(left + right));
  }
  double smallest = fmin(size[0], fmin(size[1], size[2]));
  double middle = size[0] + size[1] + size[2] - smallest - largest;
  return (pattern){.uneven = uneven / largest,
                   .second = middle / smallest,
                   .third = largest / smallest};
}

/* 1:2:4, within ten per cent? */
static bool doubles(pattern p) {
  return fabs(p.second - 2) < 0.2 && fabs(p.third - 4) < 0.4;
}

/* A Hinton diagram's table: column, row, weight. */
static void draw_weights(nn_run *run, const nn_real *params) {
  nn_table *table = nn_run_table(run, "hinton", "column row weight");
  for (size_t j = 0; j < 2; j++) {
    for (size_t i = 0; i < 7; i++) /* six weights and the bias */
      nn_table_row(table, (nn_real)(i + 1), (nn_real)(j + 1),
                   params[i * 2 + j]);
    nn_table_row(table, 9, (nn_real)(j + 1), params[14 + j]);
  }
  nn_table_row(table, 9, 3, params[16]);
}

static void measure_symmetry(nn_run *run, const trials *all) {
  nn_run_number(run, "symmetry.starts", "%.0f", all->starts);
  nn_run_number(run, "symmetry.solved", "%.0f", all->solved);
  nn_run_number(run, "symmetry.first", "%.0f", quartile(all, 1));
  nn_run_number(run, "symmetry.median", "%.0f", quartile(all, 2));
  nn_run_number(run, "symmetry.third", "%.0f", quartile(all, 3));
  nn_run_number(run, "symmetry.as-fast", "%.0f", as_fast(all, 1425));
  nn_table *table = nn_run_table(run, "symmetry", "sweeps share");
  for (size_t i = 0; i < all->solved; i++)
    nn_table_row(table, (nn_real)all->sweeps[i],
                 (nn_real)(i + 1) / (nn_real)all->starts);
}

static void learn_symmetry(nn_run *run) {
  const recipe r = {.learning_rate = (nn_real)0.1,
                    .momentum = (nn_real)0.9,
                    .initial = (nn_real)0.3,
                    .tolerance = (nn_real)0.1,
                    .limit = 100000};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  model m = model_new(two_layer_net(6, 2, 1), nn_dataset_symmetry(6));
  trials all = {.starts = 0};
  size_t doubling = 0;
  double uneven = 0;
  while (all.starts < 100) {
    if (!try_start(&all, &m, r, &rng)) continue;
    if (all.solved == 1) draw_weights(run, m.params);
    for (size_t j = 0; j < 2; j++) {
      pattern p = pattern_of(m.params, j);
      uneven = fmax(uneven, p.uneven);
      doubling += doubles(p);
    }
  }
  sort(&all);
  measure_symmetry(run, &all);
  nn_run_number(run, "symmetry.uneven", "%.3f", uneven);
  nn_run_number(run, "symmetry.doubling", "%.0f",
                100 * (double)doubling / (2 * (double)all.solved));
  model_free(&m);
}

/* ---- equal neurons stay equal ----------------------------------------*/

enum { TWIN_PARAMS = 9, TWIN_EPOCHS = 4000 };

/* A training: the weights, and the loss at the start of each epoch. */
typedef struct {
  nn_real params[TWIN_PARAMS];
  nn_real loss[TWIN_EPOCHS];
} twin_training;

static bool keep_loss(const nn_epoch *epoch, void *context) {
  twin_training *kept = context;
  kept->loss[epoch->epoch - 1] = epoch->loss;
  return true;
}

/* Trains 2-2-1 neurons on XOR by gradient descent, from initial weights
 * that are constant or random. */
static twin_training train(nn_initial initial, nn_rng *rng) {
  twin_training kept;
  nn_net net = two_layer_net(2, 2, 1);
  nn_dataset xor = nn_dataset_parity(2);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(8), net.params);
  nn_train_options options = {.loss = NN_QUADRATIC,
                              .epochs = TWIN_EPOCHS,
                              .in_order = true,
                              .after_epoch = keep_loss,
                              .context = &kept};
  nn_net_init(&net, kept.params, initial, (nn_real)0.5, rng);
  nn_train(&net, kept.params, &optimizer, &xor, options, NULL);
  nn_optimizer_free(&optimizer);
  nn_dataset_free(&xor);
  nn_net_free(&net);
  return kept;
}

/* The largest difference between weights of the two hidden neurons. */
static double hidden_difference(const nn_real *params) {
  double most = 0;
  for (size_t i = 0; i < 8; i += 2) /* W, biases, and their weights out */
    most = fmax(most, fabs((double)(params[i] - params[i + 1])));
  return most;
}

static void draw_losses(nn_run *run, const twin_training *equal,
                        const twin_training *random) {
  enum { SHOWN_EVERY = 20 };
  nn_table *table = nn_run_table(run, "starts", "epoch equal random");
  for (size_t epoch = 0; epoch < TWIN_EPOCHS; epoch += SHOWN_EVERY)
    nn_table_row(table, (nn_real)epoch, equal->loss[epoch],
                 random->loss[epoch]);
}

static void measure_starts(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  twin_training equal = train(NN_CONSTANT, NULL);
  twin_training random = train(NN_UNIFORM, &rng);
  draw_losses(run, &equal, &random);
  nn_run_number(run, "starts.epochs", "%.0f", TWIN_EPOCHS);
  nn_run_number(run, "equal.loss", "%.4f", equal.loss[TWIN_EPOCHS - 1]);
  nn_run_number(run, "random.loss", "%.4f", random.loss[TWIN_EPOCHS - 1]);
  nn_run_number(run, "equal.moved", "%.1f",
                fabs((double)equal.params[0] - 0.5));
  nn_run_number(run, "equal.difference", "%.0f",
                hidden_difference(equal.params));
  nn_run_number(run, "random.difference", "%.1f",
                hidden_difference(random.params));
}

/* From all zeros, the largest slope of the same network on XOR. */
static void measure_zeros(nn_run *run) {
  model m = model_new(two_layer_net(2, 2, 1), nn_dataset_parity(2));
  loss_and_gradient(&m);
  double largest = 0;
  for (size_t i = 0; i < m.net.params; i++)
    largest = fmax(largest, fabs((double)m.grads[i]));
  nn_run_number(run, "zeros.largest", "%.0f", largest);
  model_free(&m);
}

/* How many random starts of the same training learn XOR. */
static void count_solved(nn_run *run) {
  enum { STARTS = 200 };
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  size_t solved = 0, near_sixteenth = 0;
  for (int start = 0; start < STARTS; start++) {
    twin_training kept = train(NN_UNIFORM, &rng);
    double loss = (double)kept.loss[TWIN_EPOCHS - 1];
    solved += loss < 0.01;
    near_sixteenth += fabs(loss - 1.0 / 16) < 0.002;
  }
  nn_run_number(run, "many.starts", "%.0f", STARTS);
  nn_run_number(run, "many.solved", "%.0f", solved);
  nn_run_number(run, "many.near-sixteenth", "%.0f", near_sixteenth);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "every slope of a network, by the chain rule", 1986);
  measure_neuron(run);
  measure_path(run);
  count_work(run);
  measure_network(run);
  measure_paths(run);
  measure_gates(run);
  check_loops(run);
  measure_differences(run);
  measure_worked_example(run);
  compare_mistakes(run);
  draw_activations(run);
  measure_depth(run);
  measure_starts(run);
  measure_zeros(run);
  count_solved(run);
  learn_symmetry(run);
  learn_xor(run);
  learn_parity(run);
  learn_encoder(run);
  return nn_run_end(run);
}
