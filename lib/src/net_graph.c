#include "c_locale.h"

#include <nn/net_graph.h>

#include <assert.h>
#include <stdio.h>

enum { ID_SIZE = 48, LABEL_SIZE = 160 };

/* Everything that is to be seen, passed from function to function. */
typedef struct {
  nn_graph *graph;
  const nn_net *net;
  const nn_real *params, *grads;
  const nn_pass *pass;
  size_t example;
} picture;

/* The node of neuron j in layer l, counted from 1; layer 0 is the input. */
static void name_node(char id[ID_SIZE], size_t l, size_t j) {
  if (l == 0)
    snprintf(id, ID_SIZE, "x%zu", j);
  else
    snprintf(id, ID_SIZE, "n%zu.%zu", l, j);
}

static void draw_input(const picture *p, size_t i) {
  char id[ID_SIZE], label[LABEL_SIZE];
  name_node(id, 0, i + 1);
  if (p->pass)
    snprintf(label, sizeof label, "%s\\n%.3g", id,
             (double)p->pass->x[p->example * p->net->inputs + i]);
  else
    snprintf(label, sizeof label, "%s", id);
  nn_graph_node(p->graph, id, label, "circle", "input");
}

static void draw_neuron(const picture *p, size_t l, size_t j) {
  const nn_layer *layer = &p->net->layer[l];
  char id[ID_SIZE], label[LABEL_SIZE];
  name_node(id, l + 1, j + 1);
  int n = snprintf(label, sizeof label, "%s\\nb %.3g",
                   nn_activation_name(layer->activation),
                   (double)p->params[layer->biases + j]);
  if (p->pass) {
    size_t at = p->example * layer->outputs + j;
    n += snprintf(label + n, sizeof label - (size_t)n, "\\nz %.3g\\na %.3g",
                  (double)p->pass->z[l][at], (double)p->pass->a[l][at]);
    if (p->grads)
      snprintf(label + n, sizeof label - (size_t)n, "\\nδ %.3g",
               (double)p->pass->delta[l][at]);
  }
  bool last = l + 1 == p->net->depth;
  nn_graph_node(p->graph, id, label, "circle", last ? "output" : "ink");
}

/* The weight in params[at], from neuron i of layer `below` to neuron j
 * of layer l, all counted from 1. */
static void draw_weight(const picture *p, size_t at, size_t below, size_t i,
                        size_t l, size_t j) {
  char from[ID_SIZE], to[ID_SIZE], label[LABEL_SIZE];
  nn_real w = p->params[at];
  double size = (double)(w < 0 ? -w : w);
  name_node(from, below, i);
  name_node(to, l, j);
  int n = snprintf(label, sizeof label, " %.3g ", (double)w);
  if (p->grads)
    snprintf(label + n, sizeof label - (size_t)n, "\\n∂ %.3g ",
             (double)p->grads[at]);
  nn_graph_edge(p->graph, from, to, label, w < 0 ? "negative" : "positive",
                0.5 + (size < 5 ? size : 5) / 2);
}

static void draw_matrix(const picture *p, size_t at, size_t below,
                        size_t inputs, size_t l, size_t outputs) {
  for (size_t i = 0; i < inputs; i++)
    for (size_t j = 0; j < outputs; j++)
      draw_weight(p, at + i * outputs + j, below, i + 1, l, j + 1);
}

void nn_net_graph(nn_graph *graph, const nn_net *net, const nn_real *params,
                  const nn_real *grads, const nn_pass *pass,
                  size_t example) {
  assert(!pass || example < pass->batch);
  picture p = {graph, net, params, grads, pass, example};
  locale_t before = nn_c_locale_begin();
  for (size_t i = 0; i < net->inputs; i++) draw_input(&p, i);
  for (size_t l = 0; l < net->depth; l++) {
    const nn_layer *layer = &net->layer[l];
    for (size_t j = 0; j < layer->outputs; j++) draw_neuron(&p, l, j);
    draw_matrix(&p, layer->weights, l, layer->inputs, l + 1,
                layer->outputs);
    if (layer->has_skips)
      draw_matrix(&p, layer->skips, 0, net->inputs, l + 1, layer->outputs);
  }
  nn_c_locale_end(before);
}
