/* Wrong: each node is moved, and all is computed again. */
#include "autodiff.h"

#include <math.h>

static void forward_from(node *nodes, size_t first, size_t count) {
  for (size_t i = first; i < count; i++) {
    node *now = &nodes[i];
    double u = nodes[now->left].value, v = nodes[now->right].value;
    switch (now->does) {
    case GIVEN:
      break;
    case ADD:
      now->value = u + v;
      break;
    case SUBTRACT:
      now->value = u - v;
      break;
    case MULTIPLY:
      now->value = u * v;
      break;
    case DIVIDE:
      now->value = u / v;
      break;
    case SIGMOID:
      now->value = 1 / (1 + exp(-u));
      break;
    case SQUARE:
      now->value = u * u;
      break;
    }
  }
}

void forward(node *nodes, size_t count) {
  forward_from(nodes, 0, count);
}

void backward(node *nodes, size_t count) {
  const double h = 1e-5;
  for (size_t i = 0; i < count; i++) {
    double was = nodes[i].value;
    nodes[i].value = was + h;
    forward_from(nodes, i + 1, count);
    double above = nodes[count - 1].value;
    nodes[i].value = was - h;
    forward_from(nodes, i + 1, count);
    nodes[i].slope = (above - nodes[count - 1].value) / (2 * h);
    nodes[i].value = was;
    forward_from(nodes, i + 1, count);
  }
}
