/* Chapter 4: the chain rule, from one neuron to a network of any depth. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/gradcheck.h>
#include <nn/net.h>
#include <nn/vector.h>

#include <math.h>
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

/* dC/dw by a centred difference. */
static nn_real neuron_difference(neuron n, nn_real x, nn_real t) {
  const nn_real h = (nn_real)1e-5;
  return (neuron_loss((neuron){n.w + h, n.b}, x, t) -
          neuron_loss((neuron){n.w - h, n.b}, x, t)) /
         (2 * h);
}

static const neuron example = {(nn_real)0.6, (nn_real)-0.3};
static const nn_real example_x = (nn_real)1.5, example_t = 1;

static void check_neuron(void) {
  neuron slopes = neuron_gradient(example, example_x, example_t);
  nn_real measured = neuron_difference(example, example_x, example_t);
  printf("One neuron\n\n dC/dw by the six steps    %.12f\n"
         " dC/dw by a difference     %.12f\n",
         (double)slopes.w, (double)measured);
}

/* ---- a network of any depth, loop by loop ----------------------------*/

enum { WIDEST = 32 };

/* A layer of sigmoid neurons: where its weights and their slopes are, and
 * what the two passes leave behind for one example. */
typedef struct {
  size_t inputs, outputs;
  const nn_real *w, *b; /* w[i * outputs + j]: from i to neuron j */
  nn_real *dw, *db;     /* dC/dw, dC/db */
  nn_real z[WIDEST], a[WIDEST], delta[WIDEST];
} layer;

/* z_j = sum of a_i w_ij, + b_j; `in` is the a of the layer before. */
static void layer_forward(layer *l, const nn_real *in) {
  for (size_t j = 0; j < l->outputs; j++) {
    l->z[j] = l->b[j];
    for (size_t i = 0; i < l->inputs; i++)
      l->z[j] += in[i] * l->w[i * l->outputs + j];
    l->a[j] = sigmoid(l->z[j]);
  }
}

/* BP1: delta_j = (a_j - t_j) sigmoid'(z_j), and sigmoid' is a (1 - a). */
static void output_delta(layer *last, const nn_real *t) {
  for (size_t j = 0; j < last->outputs; j++) {
    nn_real a = last->a[j];
    last->delta[j] = (a - t[j]) * a * (1 - a);
  }
}

/* BP2: delta_i = (sum over the next layer of w_ij delta_j) sigmoid'(z_i) */
static void hidden_delta(layer *l, const layer *next) {
  for (size_t i = 0; i < l->outputs; i++) {
    nn_real a = l->a[i], sum = 0;
    for (size_t j = 0; j < next->outputs; j++)
      sum += next->w[i * next->outputs + j] * next->delta[j];
    l->delta[i] = sum * a * (1 - a);
  }
}

/* BP3: dC/db_j = delta_j; BP4: dC/dw_ij = a_i delta_j */
static void layer_slopes(layer *l, const nn_real *in) {
  for (size_t j = 0; j < l->outputs; j++) {
    l->db[j] = l->delta[j];
    for (size_t i = 0; i < l->inputs; i++)
      l->dw[i * l->outputs + j] = in[i] * l->delta[j];
  }
}

/* The answers are then in the last layer's a. */
static void forward(layer *layers, size_t depth, const nn_real *x) {
  for (size_t l = 0; l < depth; l++)
    layer_forward(&layers[l], l > 0 ? layers[l - 1].a : x);
}

static void backward(layer *layers, size_t depth, const nn_real *x,
                     const nn_real *t) {
  output_delta(&layers[depth - 1], t);
  for (size_t l = depth - 1; l > 0; l--)
    hidden_delta(&layers[l - 1], &layers[l]);
  for (size_t l = 0; l < depth; l++)
    layer_slopes(&layers[l], l > 0 ? layers[l - 1].a : x);
}

/* ---- a network in numbers --------------------------------------------*/

/* Layers over one long vector, which has w and b of each in turn, and
 * another for the slopes. Layer l has width[l] inputs. */
static void layers_over(const nn_real *params, nn_real *slopes,
                        const size_t *width, size_t depth, layer *layers) {
  for (size_t l = 0; l < depth; l++) {
    size_t n = width[l], m = width[l + 1];
    layers[l] = (layer){.inputs = n,
                        .outputs = m,
                        .w = params,
                        .b = params + n * m,
                        .dw = slopes,
                        .db = slopes + n * m};
    params += n * m + m;
    slopes += n * m + m;
  }
}

enum { SMALL_DEPTH = 3, SMALL_PARAMS = 15 };
static const size_t small_width[SMALL_DEPTH + 1] = {2, 2, 2, 1};
static const nn_real small_params[SMALL_PARAMS] = {
    1.0, -0.5, 0.5,  1.0, 0.0, -0.5, 1.5, -1.0,
    0.5, 1.0,  -0.5, 0.0, 2.0, -1.0, 0.5};
static const nn_real small_x[] = {1, 2}, small_t[] = {0};

static void print_layer(const layer *l, size_t number) {
  for (size_t j = 0; j < l->outputs; j++) {
    printf("%4zu%7zu%9.3f%9.4f%9.4f  ", number, j + 1, (double)l->z[j],
           (double)l->a[j], (double)l->delta[j]);
    for (size_t i = 0; i < l->inputs; i++)
      printf("%9.4f", (double)l->dw[i * l->outputs + j]);
    printf("%9.4f\n", (double)l->db[j]);
  }
}

static void pass_through_network(void) {
  layer layers[SMALL_DEPTH];
  nn_real slopes[SMALL_PARAMS];
  layers_over(small_params, slopes, small_width, SMALL_DEPTH, layers);
  forward(layers, SMALL_DEPTH, small_x);
  backward(layers, SMALL_DEPTH, small_x, small_t);
  printf("A network in numbers\n\n"
         "                                     slopes with respect to\n"
         "layer neuron    z       a     delta      its weights"
         "      its bias\n");
  for (size_t l = 0; l < SMALL_DEPTH; l++) print_layer(&layers[l], l + 1);
}

/* ---- gates -----------------------------------------------------------*/

/* One step of a computation. It knows its inputs, and its derivatives with
 * respect to them, and nothing else. */
typedef struct gate {
  nn_real value;
  nn_real slope;        /* of the result with respect to this value */
  struct gate *from[2]; /* the inputs; NULL: none */
  nn_real local[2];     /* of this value with respect to them */
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

/* The slope that arrived at a gate goes on to its inputs, times the local
 * slope. It is added there: other gates may have sent one too. */
static void send_back(const gate *g) {
  for (int k = 0; k < 2; k++)
    if (g->from[k]) g->from[k]->slope += g->slope * g->local[k];
}

/* Ten gates of a neuron whose activation is z sigmoid(z). Each comes after
 * its inputs. */
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

/* ---- a network by nn -------------------------------------------------*/

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

/* The network of the numbers above. */
static model small_model(void) {
  nn_net net = nn_net_new(small_width[0]);
  for (size_t l = 0; l < SMALL_DEPTH; l++)
    nn_net_add(&net, small_width[l + 1], NN_SIGMOID);
  nn_dataset data = nn_dataset_new(1, 2, 1); /* one example */
  memcpy(data.x, small_x, sizeof small_x);
  memcpy(data.t, small_t, sizeof small_t);
  model m = model_new(net, data);
  memcpy(m.params, small_params, sizeof small_params);
  return m;
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
  printf("How far differences are from the gradient\n\n");
  for (int power = -1; power >= -13; power -= 2) {
    nn_real h = (nn_real)pow(10, power);
    printf("%6.0e%10.0e\n", (double)h,
           relative_error(&m, h, centred_difference));
  }
  model_free(&m);
}

int main(void) {
  check_neuron();
  printf("\n\n");
  pass_through_network();
  printf("\n\n");
  pass_through_gates();
  printf("\n\n");
  try_step_sizes();
  return 0;
}
