/* Chapter 4: the chain rule, from one neuron to every weight of a network.
 */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/gradcheck.h>
#include <nn/net.h>
#include <nn/vector.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* ---- one neuron ------------------------------------------------------*/

/* a = sigmoid(w x + b). Its gradient has the same shape. */
typedef struct {
  nn_real w, b;
} neuron;

static nn_real sigmoid(nn_real z) {
  return 1 / (1 + nn_exp(-z));
}

static nn_real neuron_loss(neuron n, nn_real x, nn_real t) {
  nn_real a = sigmoid(n.w * x + n.b);
  return (a - t) * (a - t) / 2;
}

/* The six steps: what depends on what, a slope for each link, and the
 * product. */
static neuron neuron_gradient(neuron n, nn_real x, nn_real t) {
  nn_real z = n.w * x + n.b; /* 1 */
  nn_real a = sigmoid(z);
  nn_real dC_da = a - t;         /* 2 */
  nn_real da_dz = a * (1 - a);   /* 3 */
  nn_real dz_dw = x;             /* 4 */
  nn_real dz_db = 1;             /* 5 */
  nn_real delta = dC_da * da_dz; /* 6 */
  return (neuron){.w = delta * dz_dw, .b = delta * dz_db};
}

/* The same by centred differences of step h. */
static neuron neuron_differences(neuron n, nn_real x, nn_real t,
                                 nn_real h) {
  nn_real w_up = neuron_loss((neuron){n.w + h, n.b}, x, t);
  nn_real w_down = neuron_loss((neuron){n.w - h, n.b}, x, t);
  nn_real b_up = neuron_loss((neuron){n.w, n.b + h}, x, t);
  nn_real b_down = neuron_loss((neuron){n.w, n.b - h}, x, t);
  return (neuron){.w = (w_up - w_down) / (2 * h),
                  .b = (b_up - b_down) / (2 * h)};
}

static const neuron example = {(nn_real)0.6, (nn_real)-0.3};
static const nn_real example_x = (nn_real)1.5, example_t = 1;

static void check_neuron(void) {
  neuron exact = neuron_gradient(example, example_x, example_t);
  neuron measured =
      neuron_differences(example, example_x, example_t, NN_GRADCHECK_STEP);
  printf("The gradient of one neuron\n\n"
         "                         w                b\n"
         " six steps   %16.12f %16.12f\n"
         " differences %16.12f %16.12f\n",
         (double)exact.w, (double)exact.b, (double)measured.w,
         (double)measured.b);
}

/* ---- a network -------------------------------------------------------*/

/* A network, its weights, their gradient, and the examples over which
 * the loss is averaged. */
typedef struct {
  nn_net net;
  nn_real *params, *grads;
  nn_pass pass;
  nn_dataset data;
} model;

/* Takes ownership of the network and the data. */
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

static nn_real loss(model *m) {
  nn_net_forward(&m->net, m->params, m->data.x, m->data.count, &m->pass);
  return nn_net_loss(&m->net, &m->pass, NN_QUADRATIC, m->data.t);
}

/* Leaves the gradient in m->grads. */
static nn_real loss_and_gradient(model *m) {
  nn_real value = loss(m);
  nn_net_backward(&m->net, m->params, &m->pass, m->grads);
  return value;
}

/* ---- a network in numbers --------------------------------------------*/

/* W and b of each layer. */
static const nn_real small_params[] = {1.0,  -0.5, 0.5,  1.0,  0.0,
                                       -0.5, 1.5,  -1.0, 0.5,  1.0,
                                       -0.5, 0.0,  2.0,  -1.0, 0.5};

static model small_model(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_dataset data = nn_dataset_new(1, 2, 1); /* one example, target 0 */
  data.x[0] = 1;
  data.x[1] = 2;
  model m = model_new(net, data);
  memcpy(m.params, small_params, sizeof small_params);
  return m;
}

static void print_layer(const model *m, size_t l) {
  const nn_layer *layer = &m->net.layer[l];
  const nn_real *dw = m->grads + layer->weights;
  const nn_real *db = m->grads + layer->biases;
  for (size_t j = 0; j < layer->outputs; j++) {
    printf("%4zu%7zu%9.3f%8.3f%10.4f  ", l + 1, j + 1,
           (double)m->pass.z[l][j], (double)m->pass.a[l][j],
           (double)m->pass.delta[l][j]);
    for (size_t i = 0; i < layer->inputs; i++)
      printf("%9.4f", (double)dw[i * layer->outputs + j]);
    printf("%9.4f\n", (double)db[j]);
  }
}

static void pass_through_network(void) {
  model m = small_model();
  loss_and_gradient(&m);
  printf("A network in numbers\n\n"
         "                                     slopes by\n"
         "layer neuron    z       a     delta      its weights"
         "      its bias\n");
  for (size_t l = 0; l < m.net.depth; l++) print_layer(&m, l);
  model_free(&m);
}

/* ---- gates -----------------------------------------------------------*/

/* One step of a computation. It knows its operands, and its own slopes
 * by them, and nothing else. */
typedef struct gate {
  nn_real value;
  nn_real slope;        /* of the final result by this value */
  struct gate *from[2]; /* the operands; NULL: none */
  nn_real local[2];     /* slopes of this value by them */
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

/* The slope that arrived at a gate goes on to its operands, times the
 * local slope. It is added there: other gates may have sent one too. */
static void send_back(const gate *g) {
  for (int k = 0; k < 2; k++)
    if (g->from[k]) g->from[k]->slope += g->slope * g->local[k];
}

/* Ten gates of a neuron whose activation is z sigmoid(z). Each stands
 * behind its operands. */
enum { W, X, WX, B, Z, SIGMA, A, T, ERROR, COST, GATES };

static const char *const gate_names[GATES] = {
    "w", "x", "wx", "b", "z", "sigma", "a", "t", "error", "cost"};

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

static void pass_through_gates(void) {
  gate g[GATES];
  compute(g, 2, 1, (nn_real)-0.5, 1);
  backpropagate(g);
  printf("A neuron as gates\n\n gate     value   slope\n");
  for (int i = 0; i < GATES; i++)
    printf(" %-5s %8.3f%8.3f\n", gate_names[i], (double)g[i].value,
           (double)g[i].slope);
}

/* ---- checking a gradient ---------------------------------------------*/

/* The loss with weight i moved by h. */
static nn_real loss_beside(model *m, size_t i, nn_real h) {
  nn_real kept = m->params[i];
  m->params[i] += h;
  nn_real value = loss(m);
  m->params[i] = kept;
  return value;
}

static nn_real centred_difference(model *m, size_t i, nn_real h) {
  return (loss_beside(m, i, h) - loss_beside(m, i, -h)) / (2 * h);
}

static nn_real one_sided_difference(model *m, size_t i, nn_real h) {
  return (loss_beside(m, i, h) - loss(m)) / h;
}

/* |differences - gradient| / |gradient|, over all weights. */
static double relative_error(model *m, nn_real h,
                             nn_real difference(model *, size_t, nn_real)) {
  double apart = 0, length = 0;
  for (size_t i = 0; i < m->net.params; i++) {
    nn_real slope = m->grads[i];
    apart += pow((double)(difference(m, i, h) - slope), 2);
    length += (double)(slope * slope);
  }
  return sqrt(apart / length);
}

static void try_step_sizes(void) {
  model m = small_model();
  loss_and_gradient(&m);
  printf("How far differences are from the gradient\n\n"
         "     h   centred   one-sided\n");
  for (int power = -1; power >= -13; power -= 2) {
    nn_real h = (nn_real)pow(10, power);
    printf("%6.0e%10.0e%12.0e\n", (double)h,
           relative_error(&m, h, centred_difference),
           relative_error(&m, h, one_sided_difference));
  }
  model_free(&m);
}

/* ---- all slopes belong to one point ----------------------------------*/

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

static void take_step(void) {
  printf("The loss after one step\n\n"
         " all slopes at one point     %.10f\n"
         " output weights moved first  %.10f\n",
         (double)loss_after_step(false), (double)loss_after_step(true));
}

int main(void) {
  check_neuron();
  printf("\n\n");
  pass_through_network();
  printf("\n\n");
  pass_through_gates();
  printf("\n\n");
  try_step_sizes();
  printf("\n\n");
  take_step();
  return 0;
}
