/* The chain rule: from one neuron to every weight of a network. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/gradcheck.h>
#include <nn/net.h>
#include <nn/net_graph.h>
#include <nn/optimizer.h>
#include <nn/rng.h>
#include <nn/run.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- one neuron ------------------------------------------------------*/

/* a = sigmoid(w x + b). Slopes by w and b are kept in the same shape. */
typedef struct {
  nn_real w, b;
} neuron;

static nn_real sigmoid(nn_real z) {
  return 1 / (1 + nn_exp(-z));
}

static nn_real loss_of(neuron n, nn_real x, nn_real t) {
  nn_real a = sigmoid(n.w * x + n.b);
  return (a - t) * (a - t) / 2;
}

/* The six steps: what depends on what, a slope for each link, and the
 * product. */
static neuron slopes_of(neuron n, nn_real x, nn_real t) {
  nn_real z = n.w * x + n.b; /* 1 */
  nn_real a = sigmoid(z);
  nn_real dC_da = a - t;         /* 2 */
  nn_real da_dz = a * (1 - a);   /* 3 */
  nn_real dz_dw = x;             /* 4 */
  nn_real dz_db = 1;             /* 5 */
  nn_real delta = dC_da * da_dz; /* 6 */
  return (neuron){.w = delta * dz_dw, .b = delta * dz_db};
}

/* ---- gates -----------------------------------------------------------*/

/* One step of a computation. It knows what it was made from and its own
 * slopes by those, and nothing of the rest. */
typedef struct gate {
  nn_real value;
  nn_real slope;        /* of the final result by this value */
  struct gate *from[2]; /* NULL: none */
  nn_real local[2];
} gate;

static gate number(nn_real value) {
  return (gate){.value = value};
}

static gate add(gate *u, gate *v) {
  return (gate){u->value + v->value, 0, {u, v}, {1, 1}};
}

static gate multiply(gate *u, gate *v) {
  return (gate){u->value * v->value, 0, {u, v}, {v->value, u->value}};
}

static gate squash(gate *u) {
  nn_real a = sigmoid(u->value);
  return (gate){a, 0, {u}, {a * (1 - a)}};
}

static gate half_square(gate *u) {
  return (gate){u->value * u->value / 2, 0, {u}, {u->value}};
}

/* What arrives at a gate goes on to what it was made from, times the
 * local slope. It is added there: others may have sent something too. */
static void send_back(const gate *g) {
  for (int k = 0; k < 2; k++)
    if (g->from[k]) g->from[k]->slope += g->slope * g->local[k];
}

/* Ten gates of a neuron whose activation is z sigmoid(z), in an order in
 * which each comes after those that it needs. */
enum { W, X, WX, B, Z, SIGMA, A, T, ERROR, COST, GATES };

static void compute(gate g[GATES], nn_real w, nn_real x, nn_real b,
                    nn_real t) {
  g[W] = number(w);
  g[X] = number(x);
  g[WX] = multiply(&g[W], &g[X]);
  g[B] = number(b);
  g[Z] = add(&g[WX], &g[B]);
  g[SIGMA] = squash(&g[Z]);
  g[A] = multiply(&g[Z], &g[SIGMA]);
  g[T] = number(-t);
  g[ERROR] = add(&g[A], &g[T]);
  g[COST] = half_square(&g[ERROR]);
}

static void backpropagate(gate g[GATES]) {
  g[COST].slope = 1;
  for (int i = GATES; i-- > 0;) send_back(&g[i]);
}

/* ---- a small network with its loss -----------------------------------*/

/* A network, its weights, and the examples on which its loss is taken. */
typedef struct {
  nn_net net;
  nn_real *params, *grads;
  nn_pass pass;
  nn_dataset data;
} model;

/* Takes the network and the data over. */
static model model_new(nn_net net, nn_dataset data) {
  return (model){.net = net,
                 .params = nn_net_vector(&net),
                 .grads = nn_net_vector(&net),
                 .pass = nn_pass_new(&net, data.count),
                 .data = data};
}

static void model_free(model *m) {
  nn_vector_free(m->params);
  nn_vector_free(m->grads);
  nn_pass_free(&m->pass);
  nn_dataset_free(&m->data);
  nn_net_free(&m->net);
}

/* The quadratic loss with the weights as they are. */
static nn_real loss(model *m) {
  nn_net_forward(&m->net, m->params, m->data.x, m->data.count, &m->pass);
  return nn_net_loss(&m->net, &m->pass, NN_QUADRATIC, m->data.t);
}

/* The loss, and in m->grads its slopes by all the weights. */
static nn_real loss_and_slopes(model *m) {
  nn_real value = loss(m);
  nn_net_backward(&m->net, m->params, &m->pass, m->grads);
  return value;
}

/* The loss with one weight moved by h. */
static nn_real loss_beside(model *m, size_t i, nn_real h) {
  nn_real kept = m->params[i];
  m->params[i] += h;
  nn_real value = loss(m);
  m->params[i] = kept;
  return value;
}

static nn_net layers(size_t inputs, size_t hidden, size_t outputs) {
  nn_net net = nn_net_new(inputs);
  nn_net_add(&net, hidden, NN_SIGMOID);
  nn_net_add(&net, outputs, NN_SIGMOID);
  return net;
}

/* ---- backward passes with a mistake ----------------------------------*/

typedef enum {
  NO_MISTAKE,
  NO_SLOPE_AT_OUTPUT,
  SLOPE_OF_A_AT_OUTPUT,
  TWICE_TOO_LARGE,
  BIASES_FROZEN,
  WEIGHT_OMITTED,
  SLOPE_OF_A_IN_HIDDEN,
  NO_SLOPE_IN_HIDDEN,
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

static nn_real sigmoid_slope(nn_real z) {
  nn_real a = sigmoid(z);
  return a * (1 - a);
}

/* Adds a slope to what the examples before have left there. */
static void collect(nn_real *sum, nn_real slope, mistake made) {
  *sum = made == OVERWRITTEN ? slope : *sum + slope;
}

/* The backward pass of a network with one hidden layer and one output,
 * for one example (row), with a mistake. */
static void backward_mistaken(model *m, size_t row, mistake made) {
  const nn_layer *hidden = &m->net.layer[0], *last = &m->net.layer[1];
  size_t count = hidden->outputs;
  const nn_real *x = nn_dataset_input(&m->data, row);
  const nn_real *z = m->pass.z[0] + row * count;
  const nn_real *a = m->pass.a[0] + row * count;
  nn_real z_out = m->pass.z[1][row], a_out = m->pass.a[1][row];
  nn_real slope_out = made == NO_SLOPE_AT_OUTPUT     ? 1
                      : made == SLOPE_OF_A_AT_OUTPUT ? sigmoid_slope(a_out)
                                                     : sigmoid_slope(z_out);
  nn_real error = (a_out - m->data.t[row]) / (nn_real)m->data.count;
  nn_real delta_out = (made == TWICE_TOO_LARGE ? 2 : 1) * error * slope_out;
  bool biased = made != BIASES_FROZEN;
  if (biased) collect(&m->grads[last->biases], delta_out, made);

  for (size_t j = 0; j < count; j++) {
    nn_real v = made == WEIGHT_OMITTED ? 1 : m->params[last->weights + j];
    nn_real slope = made == NO_SLOPE_IN_HIDDEN     ? 1
                    : made == SLOPE_OF_A_IN_HIDDEN ? sigmoid_slope(a[j])
                                                   : sigmoid_slope(z[j]);
    nn_real delta = delta_out * v * slope;
    collect(&m->grads[last->weights + j], a[j] * delta_out, made);
    if (biased) collect(&m->grads[hidden->biases + j], delta, made);
    for (size_t i = 0; i < hidden->inputs; i++)
      collect(&m->grads[hidden->weights + i * count + j], x[i] * delta,
              made);
  }
}

static void slopes_mistaken(model *m, mistake made) {
  loss(m);
  for (size_t i = 0; i < m->net.params; i++) m->grads[i] = 0;
  for (size_t row = 0; row < m->data.count; row++)
    backward_mistaken(m, row, made);
}

/* Is every output this close to its target? To be asked after loss(). */
static bool all_within(const model *m, nn_real tolerance) {
  const nn_real *a = nn_pass_output(&m->pass), *t = m->data.t;
  for (size_t i = 0; i < m->data.count * m->net.outputs; i++)
    if (!(a[i] > t[i] - tolerance && a[i] < t[i] + tolerance)) return false;
  return true;
}

/* ---- training until it is right --------------------------------------*/

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
 * sweeps through the data that this took, at most the limit. In 1986 the
 * slopes of the examples were added, not averaged; so is it here. */
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

/* ---- the experiments -------------------------------------------------*/

static void show_neuron(nn_run *run) {
  const neuron n = {(nn_real)0.6, (nn_real)-0.3};
  const nn_real x = (nn_real)1.5, t = 1, h = NN_GRADCHECK_STEP;
  neuron slopes = slopes_of(n, x, t);
  nn_real z = n.w * x + n.b, a = sigmoid(z);
  neuron up = {n.w + h, n.b}, down = {n.w - h, n.b};
  nn_real difference = (loss_of(up, x, t) - loss_of(down, x, t)) / (2 * h);
  nn_run_number(run, "one.z", "%.1f", z);
  nn_run_number(run, "one.a", "%.4f", a);
  nn_run_number(run, "one.loss", "%.4f", loss_of(n, x, t));
  nn_run_number(run, "one.error", "%.4f", a - t);
  nn_run_number(run, "one.slope", "%.4f", a * (1 - a));
  nn_run_number(run, "one.delta", "%.4f", slopes.b);
  nn_run_number(run, "one.dw", "%.4f", slopes.w);
  nn_run_number(run, "one.difference", "%.4f", difference);
  nn_run_number(run, "one.apart", "%.0e",
                fabs((double)(difference - slopes.w)));
}

/* One neuron after another: the slope by the first weight is a product of
 * five. */
static void show_path(nn_run *run) {
  const neuron first = {(nn_real)0.6, (nn_real)-0.3};
  const neuron second = {2, -1};
  const nn_real x = (nn_real)1.5, t = 1;
  nn_real a1 = sigmoid(first.w * x + first.b);
  nn_real a2 = sigmoid(second.w * a1 + second.b);
  nn_real delta2 = slopes_of(second, a1, t).b;
  nn_real delta1 = delta2 * second.w * a1 * (1 - a1);
  nn_run_number(run, "path.a1", "%.4f", a1);
  nn_run_number(run, "path.slope1", "%.4f", a1 * (1 - a1));
  nn_run_number(run, "path.a2", "%.4f", a2);
  nn_run_number(run, "path.delta2", "%.4f", delta2);
  nn_run_number(run, "path.delta1", "%.4f", delta1);
  nn_run_number(run, "path.dw1", "%.4f", delta1 * x);
}

/* What the gradient of a network costs, in multiplications of a weight
 * or a slope. */
static void count_work(nn_run *run) {
  static const size_t sizes[] = {784, 30, 10};
  double forward = 0, backward = 0, params = 0;
  for (int l = 1; l < 3; l++) {
    double weights = (double)(sizes[l - 1] * sizes[l]);
    forward += weights;
    backward += l > 1 ? 2 * weights : weights; /* BP4, and BP2 above */
    params += weights + (double)sizes[l];
  }
  double differences = 2 * params * forward;
  nn_run_number(run, "work.params", "%.0f", params);
  nn_run_number(run, "work.forward", "%.0f", forward);
  nn_run_number(run, "work.backward", "%.0f", backward);
  nn_run_number(run, "work.differences", "%.0f", differences);
  nn_run_number(run, "work.ratio", "%.0f",
                differences / (forward + backward));
  nn_run_number(run, "paths.five-layers", "%.0f", pow(30, 4));
}

/* Two inputs, two hidden layers of two, one output. */
static const nn_real carried[] = {
    1.0, -0.5, 0.5, 1.0, 0.0,  -0.5, /* first hidden layer: W, b */
    1.5, -1.0, 0.5, 1.0, -0.5, 0.0,  /* second */
    2.0, -1.0, 0.5};                 /* output */

static model carried_model(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_dataset data = nn_dataset_new(1, 2, 1);
  data.x[0] = 1;
  data.x[1] = 2;
  model m = model_new(net, data);
  memcpy(m.params, carried, sizeof carried);
  return m;
}

/* Names what a pass left behind: net.a1.2 is a of neuron 2 in layer 1. */
static void name_pass(nn_run *run, const model *m) {
  char name[64];
  for (size_t l = 0; l < m->net.depth; l++)
    for (size_t j = 0; j < m->net.layer[l].outputs; j++) {
      nn_real a = m->pass.a[l][j];
      snprintf(name, sizeof name, "net.z%zu.%zu", l + 1, j + 1);
      nn_run_number(run, name, "%.3f", m->pass.z[l][j]);
      snprintf(name, sizeof name, "net.a%zu.%zu", l + 1, j + 1);
      nn_run_number(run, name, "%.3f", a);
      snprintf(name, sizeof name, "net.s%zu.%zu", l + 1, j + 1);
      nn_run_number(run, name, "%.3f", a * (1 - a));
      snprintf(name, sizeof name, "net.d%zu.%zu", l + 1, j + 1);
      nn_run_number(run, name, "%.4f", m->pass.delta[l][j]);
      snprintf(name, sizeof name, "net.b%zu.%zu", l + 1, j + 1);
      nn_run_number(run, name, "%.4f",
                    m->grads[m->net.layer[l].biases + j]);
    }
}

static void tell_layer(nn_run *run, const model *m, size_t l) {
  const nn_layer *layer = &m->net.layer[l];
  for (size_t j = 0; j < layer->outputs; j++) {
    nn_run_say(run, "%4zu%7zu%9.3f%8.3f%10.4f  ", l + 1, j + 1,
               (double)m->pass.z[l][j], (double)m->pass.a[l][j],
               (double)m->pass.delta[l][j]);
    for (size_t i = 0; i < layer->inputs; i++)
      nn_run_say(run, "%9.4f",
                 (double)m->grads[layer->weights + i * layer->outputs + j]);
    nn_run_say(run, "%9.4f\n", (double)m->grads[layer->biases + j]);
  }
}

static void carry_through(nn_run *run) {
  model m = carried_model();
  nn_real value = loss_and_slopes(&m);
  nn_run_part(run, "net");
  nn_run_say(run, "                                     slopes by\n"
                  "layer neuron    z       a     delta      its weights"
                  "      its bias\n");
  for (size_t l = 0; l < m.net.depth; l++) tell_layer(run, &m, l);
  name_pass(run, &m);
  nn_run_number(run, "net.loss", "%.4f", value);
  nn_run_number(run, "net.params", "%.0f", (double)m.net.params);
  nn_run_number(run, "net.dw1.11", "%.4f", m.grads[0]);
  nn_run_number(run, "net.dw1.21", "%.4f", m.grads[2]);
  nn_run_number(run, "net.dw3.1", "%.4f", m.grads[12]);
  nn_net_graph(nn_run_graph(run, "net"), &m.net, m.params, m.grads, &m.pass,
               0);
  nn_gradcheck_result worst =
      nn_gradcheck(&m.net, m.params, m.grads, &m.pass, NN_QUADRATIC, 1,
                   m.data.x, m.data.t, NN_GRADCHECK_STEP);
  nn_run_number(run, "net.gradcheck", "%.0e", worst.error);
  model_free(&m);
}

static void show_gates(nn_run *run) {
  static const char *const labels[GATES] = {"w", "x", "×",  "b", "+",
                                            "σ", "×", "−t", "+", "½ u²"};
  static const char *const names[GATES] = {
      "w", "x", "wx", "b", "z", "sigma", "a", "t", "error", "cost"};
  gate g[GATES];
  compute(g, 2, 1, (nn_real)-0.5, 1);
  backpropagate(g);

  nn_graph *graph = nn_run_graph(run, "gates");
  nn_graph_set(graph, "rankdir", "TB");
  nn_graph_set(graph, "ranksep", "0.3");
  char name[64], label[64];
  for (int i = 0; i < GATES; i++) {
    snprintf(name, sizeof name, "gate.%s", names[i]);
    nn_run_number(run, name, "%.3f", g[i].value);
    snprintf(name, sizeof name, "gate.%s-slope", names[i]);
    nn_run_number(run, name, "%.3f", g[i].slope);
    bool given = !g[i].from[0];
    nn_graph_node(graph, names[i], labels[i],
                  given ? "plaintext" : "circle", given ? "input" : "ink");
    for (int k = 0; k < 2 && g[i].from[k]; k++) {
      int from = (int)(g[i].from[k] - g);
      snprintf(label, sizeof label, "%.3g\\n∂ %.3g", (double)g[from].value,
               (double)(g[i].slope * g[i].local[k]));
      nn_graph_edge(graph, names[from], names[i], label, "muted", 1);
    }
  }
  nn_run_number(run, "gate.sigma-local", "%.3f", g[SIGMA].local[0]);
  nn_run_number(run, "gate.z-direct", "%.3f", g[A].slope * g[A].local[0]);
  nn_run_number(run, "gate.z-by-sigma", "%.3f",
                g[SIGMA].slope * g[SIGMA].local[0]);
}

/* How far two kinds of difference are from the gradient of the small
 * network, relative to its length, for steps from 1 down to 1e-13. */
static void show_differences(nn_run *run) {
  model m = carried_model();
  loss_and_slopes(&m);
  nn_table *table = nn_run_table(run, "differences", "h centred forward");
  double best = 1, best_h = 0, best_forward = 1, coarse = 1;
  for (int tenth = 0; tenth <= 130; tenth += 2) {
    nn_real h = (nn_real)pow(10, -tenth / 10.0);
    double length = 0, centred = 0, forward = 0;
    for (size_t i = 0; i < m.net.params; i++) {
      nn_real above = loss_beside(&m, i, h), below = loss_beside(&m, i, -h);
      nn_real here = loss_beside(&m, i, 0), g = m.grads[i];
      length += (double)(g * g);
      centred += pow((double)((above - below) / (2 * h) - g), 2);
      forward += pow((double)((above - here) / h - g), 2);
    }
    centred = sqrt(centred / length);
    forward = sqrt(forward / length);
    nn_table_row(table, h, (nn_real)centred, (nn_real)forward);
    if (tenth == 10) coarse = centred;
    if (tenth == 20)
      nn_run_number(run, "v.hundredfold", "%.0f", coarse / centred);
    if (centred < best) {
      best = centred;
      best_h = -tenth / 10.0;
    }
    best_forward = fmin(best_forward, forward);
  }
  nn_run_number(run, "v.best", "%.0e", best);
  nn_run_number(run, "v.best-power", "%.1f", best_h);
  nn_run_number(run, "v.best-forward", "%.0e", best_forward);
  model_free(&m);
}

/* ---- a worked example of the web -------------------------------------*/

/* Mazur's network: from the inputs to the hidden layer, its biases, from
 * there to the outputs, and theirs. */
static const nn_real worked[] = {0.15, 0.25, 0.20, 0.30, 0.35, 0.35,
                                 0.40, 0.50, 0.45, 0.55, 0.60, 0.60};
enum { HIDDEN_BIASES = 4, OUTPUT_WEIGHTS = 6, OUTPUT_BIASES = 10 };

static model worked_model(void) {
  nn_dataset data = nn_dataset_new(1, 2, 2);
  data.x[0] = (nn_real)0.05;
  data.x[1] = (nn_real)0.10;
  data.t[0] = (nn_real)0.01;
  data.t[1] = (nn_real)0.99;
  model m = model_new(layers(2, 2, 2), data);
  memcpy(m.params, worked, sizeof worked);
  return m;
}

static void descend_all(model *m, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    m->params[i] -= (nn_real)0.5 * m->grads[i];
}

/* Ways to take a step. */
typedef enum {
  WEIGHTS_ONLY,
  CHANGED_TOO_EARLY, /* the hidden slopes from changed output weights */
  OWN_BIASES,        /* every neuron has a bias of its own, and it learns */
  SHARED_BIASES      /* the neurons of a layer have one in common */
} way;

/* A layer's two biases, whose slopes stand at i and i + 1. */
static void descend_biases(model *m, size_t i, way taken) {
  if (taken == SHARED_BIASES)
    m->grads[i] = m->grads[i + 1] = m->grads[i] + m->grads[i + 1];
  descend_all(m, i, i + 2);
}

/* The loss after one step with the rate 1/2. */
static nn_real loss_after_step(way taken) {
  model m = worked_model();
  loss_and_slopes(&m);
  descend_all(&m, OUTPUT_WEIGHTS, OUTPUT_BIASES);
  if (taken == CHANGED_TOO_EARLY)
    nn_net_backward(&m.net, m.params, &m.pass, m.grads);
  descend_all(&m, 0, HIDDEN_BIASES);
  if (taken == OWN_BIASES || taken == SHARED_BIASES) {
    descend_biases(&m, HIDDEN_BIASES, taken);
    descend_biases(&m, OUTPUT_BIASES, taken);
  }
  nn_real value = loss(&m);
  model_free(&m);
  return value;
}

static void work_example(nn_run *run) {
  model m = worked_model();
  nn_real before = loss(&m);
  model_free(&m);
  nn_run_number(run, "worked.before", "%.9f", before);
  nn_run_number(run, "worked.weights", "%.10f",
                loss_after_step(WEIGHTS_ONLY));
  nn_run_number(run, "worked.early", "%.10f",
                loss_after_step(CHANGED_TOO_EARLY));
  nn_run_number(run, "worked.biases", "%.9f", loss_after_step(OWN_BIASES));
  nn_run_number(run, "worked.shared", "%.10f",
                loss_after_step(SHARED_BIASES));
}

/* ---- bugs that learn -------------------------------------------------*/

enum { SEEDS = 200, BUG_EPOCHS = 5000 };

static bool solves_xor(model *m, mistake made, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
  for (int epoch = 0; epoch < BUG_EPOCHS; epoch++) {
    slopes_mistaken(m, made);
    if (all_within(m, (nn_real)0.5)) return true;
    for (size_t i = 0; i < m->net.params; i++)
      m->params[i] -= 4 * m->grads[i];
  }
  return false;
}

static double check_mistaken(model *m, mistake made, uint64_t seed) {
  nn_rng rng = nn_rng_seeded(seed);
  nn_net_init(&m->net, m->params, NN_UNIFORM, 1, &rng);
  slopes_mistaken(m, made);
  nn_gradcheck_result worst =
      nn_gradcheck(&m->net, m->params, m->grads, &m->pass, NN_QUADRATIC,
                   m->data.count, m->data.x, m->data.t, NN_GRADCHECK_STEP);
  return (double)worst.error;
}

static void study_mistakes(nn_run *run) {
  model m = model_new(layers(2, 4, 1), nn_dataset_parity(2));
  double least_wrong = 1;
  nn_run_part(run, "mistakes");
  nn_run_say(run, "                                     learns     error "
                  "of the gradient\n"
                  " mistake                             XOR in     least  "
                  "     most\n");
  for (mistake made = NO_MISTAKE; made < MISTAKES; made++) {
    int solved = 0;
    double least = (double)INFINITY, most = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
      solved += solves_xor(&m, made, seed);
      double error = check_mistaken(&m, made, seed);
      least = fmin(least, error);
      most = fmax(most, error);
    }
    nn_run_say(run, " %-34s%5d/%d%10.0e%11.0e\n", mistakes[made], solved,
               SEEDS, least, most);
    char name[64];
    snprintf(name, sizeof name, "mistake.%d", (int)made);
    nn_run_number(run, name, "%.0f", solved);
    if (made == NO_MISTAKE)
      nn_run_number(run, "mistake.right-error", "%.0e", most);
    else
      least_wrong = fmin(least_wrong, least);
  }
  nn_run_number(run, "mistake.least-error", "%.2f",
                floor(100 * least_wrong) / 100);
  nn_run_number(run, "mistake.seeds", "%.0f", SEEDS);
  nn_run_number(run, "mistake.epochs", "%.0f", BUG_EPOCHS);
  model_free(&m);
}

/* ---- slopes in a deep network ----------------------------------------*/

static void show_activations(nn_run *run) {
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

/* The root of the mean square of delta in layer l. */
static nn_real mean_delta(const model *m, size_t l) {
  size_t count = m->data.count * m->net.layer[l].outputs;
  nn_real sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += m->pass.delta[l][i] * m->pass.delta[l][i];
  return (nn_real)sqrt((double)sum / (double)count);
}

/* How large delta is in each layer of a network before it has learned
 * anything. */
static void show_depth(nn_run *run) {
  static const struct {
    const char *name;
    nn_activation activation;
    nn_initial initial;
  } kinds[] = {{"sigmoid", NN_SIGMOID, NN_XAVIER},
               {"tanh", NN_TANH, NN_XAVIER},
               {"relu", NN_RELU, NN_HE}};
  nn_table *table = nn_run_table(run, "depth", "layer delta");
  for (int k = 0; k < 3; k++) {
    nn_rng rng = nn_rng_seeded(nn_run_seed(run));
    model m = deep_model(kinds[k].activation, &rng);
    nn_net_init(&m.net, m.params, kinds[k].initial, 1, &rng);
    loss_and_slopes(&m);
    nn_real top = mean_delta(&m, DEPTH - 1);
    for (size_t l = 0; l < DEPTH; l++)
      nn_table_row(table, (nn_real)(l + 1), mean_delta(&m, l) / top);
    nn_table_block(table);
    char name[64];
    snprintf(name, sizeof name, "depth.%s", kinds[k].name);
    nn_run_number(run, name, k == 0 ? "%.0e" : "%.2f",
                  mean_delta(&m, 0) / top);
    model_free(&m);
  }
}

/* ---- the experiments of 1986 -----------------------------------------*/

static int by_size(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

/* Names how many starts were solved, the quartiles of their sweeps, and
 * how many per cent of the starts were as fast as a published run. Sorts
 * the sweeps. */
static void name_sweeps(nn_run *run, const char *what, size_t starts,
                        size_t published, size_t solved, size_t *sweeps) {
  static const char *const quartiles[] = {"first", "median", "third"};
  char name[64];
  qsort(sweeps, solved, sizeof *sweeps, by_size);
  snprintf(name, sizeof name, "%s.starts", what);
  nn_run_number(run, name, "%.0f", (double)starts);
  snprintf(name, sizeof name, "%s.solved", what);
  nn_run_number(run, name, "%.0f", (double)solved);
  for (size_t q = 0; q < 3; q++) {
    snprintf(name, sizeof name, "%s.%s", what, quartiles[q]);
    nn_run_number(run, name, "%.0f", (double)sweeps[solved * (q + 1) / 4]);
  }
  size_t sooner = 0;
  while (sooner < solved && sweeps[sooner] <= published) sooner++;
  snprintf(name, sizeof name, "%s.as-fast", what);
  nn_run_number(run, name, "%.0f", 100 * (double)sooner / (double)starts);
}

enum { STARTS_MAX = 300 };

static void repeat(nn_run *run, const char *what, nn_net net,
                   nn_dataset data, recipe r, size_t starts,
                   size_t published) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  size_t sweeps[STARTS_MAX], solved = 0;
  model m = model_new(net, data);
  for (size_t s = 0; s < starts; s++) {
    size_t took = sweeps_until_right(&m, r, &rng);
    if (took < r.limit) sweeps[solved++] = took;
  }
  name_sweeps(run, what, starts, published, solved, sweeps);
  model_free(&m);
}

/* Do the hidden neurons, rounded, say something different for each
 * example? To be asked after loss(). */
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

static void repeat_encoder(nn_run *run) {
  enum { STARTS = 200 };
  const recipe r = {.learning_rate = (nn_real)0.25,
                    .momentum = (nn_real)0.9,
                    .initial = (nn_real)0.3,
                    .tolerance = (nn_real)0.5,
                    .online = true,
                    .limit = 10000};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  model m = model_new(layers(8, 3, 8), nn_dataset_encoder(8));
  size_t sweeps[STARTS], solved = 0, binary = 0;
  for (int s = 0; s < STARTS; s++) {
    size_t took = sweeps_until_right(&m, r, &rng);
    if (took == r.limit) continue;
    sweeps[solved++] = took;
    binary += codes_differ(&m);
  }
  name_sweeps(run, "encoder", STARTS, r.limit, solved, sweeps);
  nn_run_number(run, "encoder.binary", "%.0f",
                100 * (double)binary / (double)solved);
  model_free(&m);
}

static void repeat_1986(nn_run *run) {
  recipe r = {.learning_rate = (nn_real)0.5,
              .momentum = (nn_real)0.9,
              .initial = (nn_real)0.3,
              .tolerance = (nn_real)0.5,
              .limit = 50000};
  nn_net skips = layers(2, 1, 1);
  nn_net_add_skips(&skips);
  repeat(run, "skips", skips, nn_dataset_parity(2), r, 300, 558);
  r.online = true;
  repeat(run, "parity", layers(4, 4, 1), nn_dataset_parity(4), r, 60, 2825);
  repeat_encoder(run);
}

/* The three sizes of a hidden neuron's weights, as parts of the smallest,
 * and how far it is from w_(7-i) = -w_i, as a part of the largest. */
typedef struct {
  double largest, uneven, second, third;
} pattern;

static pattern pattern_of(const nn_real *params, size_t j) {
  double w[6], size[3];
  pattern p = {0};
  for (size_t i = 0; i < 6; i++) w[i] = (double)params[i * 2 + j];
  for (size_t i = 0; i < 3; i++) {
    size[i] = (fabs(w[i]) + fabs(w[5 - i])) / 2;
    p.largest = fmax(p.largest, size[i]);
    p.uneven = fmax(p.uneven, fabs(w[i] + w[5 - i]));
  }
  double smallest = fmin(size[0], fmin(size[1], size[2]));
  double middle = size[0] + size[1] + size[2] - smallest - p.largest;
  p.uneven /= p.largest;
  p.second = middle / smallest;
  p.third = p.largest / smallest;
  return p;
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

static void learn_symmetry(nn_run *run) {
  enum { STARTS = 100 };
  const recipe r = {.learning_rate = (nn_real)0.1,
                    .momentum = (nn_real)0.9,
                    .initial = (nn_real)0.3,
                    .tolerance = (nn_real)0.1,
                    .limit = 100000};
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  model m = model_new(layers(6, 2, 1), nn_dataset_symmetry(6));
  size_t sweeps[STARTS], solved = 0;
  size_t doubling = 0;
  double uneven = 0;
  for (int s = 0; s < STARTS; s++) {
    size_t took = sweeps_until_right(&m, r, &rng);
    if (took == r.limit) continue;
    if (solved == 0) draw_weights(run, m.params);
    sweeps[solved++] = took;
    for (size_t j = 0; j < 2; j++) {
      pattern p = pattern_of(m.params, j);
      uneven = fmax(uneven, p.uneven);
      doubling += fabs(p.second - 2) < 0.2 && fabs(p.third - 4) < 0.4;
    }
  }
  name_sweeps(run, "symmetry", STARTS, 1425, solved, sweeps);
  nn_table *table = nn_run_table(run, "symmetry", "sweeps share");
  for (size_t i = 0; i < solved; i++)
    nn_table_row(table, (nn_real)sweeps[i],
                 (nn_real)(i + 1) / (nn_real)STARTS);
  nn_run_number(run, "symmetry.uneven", "%.3f", uneven);
  nn_run_number(run, "symmetry.doubling", "%.0f",
                100 * (double)doubling / (2 * (double)solved));
  nn_run_number(run, "symmetry.limit", "%.0f", (double)r.limit);
  model_free(&m);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(
      argc, argv, "every slope of a network, by the chain rule", 1986);
  show_neuron(run);
  show_path(run);
  count_work(run);
  carry_through(run);
  show_gates(run);
  show_differences(run);
  work_example(run);
  nn_run_say(run, "\n");
  study_mistakes(run);
  show_activations(run);
  show_depth(run);
  learn_symmetry(run);
  repeat_1986(run);
  return nn_run_end(run);
}
