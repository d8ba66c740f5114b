/* Differentiates forward, by the rules, once for each node. */
#include "autodiff.h"

#include <math.h>

void forward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (nodes[i].does == GIVEN) continue;
    double u = nodes[nodes[i].left].value, value = 0;
    if (nodes[i].does == SQUARE) value = u * u;
    if (nodes[i].does == SIGMOID) value = 1 / (1 + exp(-u));
    if (nodes[i].does < SIGMOID) {
      double v = nodes[nodes[i].right].value;
      value = nodes[i].does == ADD        ? u + v
              : nodes[i].does == SUBTRACT ? u - v
              : nodes[i].does == MULTIPLY ? u * v
                                          : u / v;
    }
    nodes[i].value = value;
  }
}

/* The derivative of node i, where those of the nodes before are known. */
static double derivative(const node *nodes, size_t i, const double *dot) {
  const node *one = &nodes[i];
  if (one->does == GIVEN) return 0;
  double u = nodes[one->left].value, du = dot[one->left];
  if (one->does == SIGMOID) return one->value * (1 - one->value) * du;
  if (one->does == SQUARE) return 2 * u * du;
  double v = nodes[one->right].value, dv = dot[one->right];
  switch (one->does) {
  case ADD:
    return du + dv;
  case SUBTRACT:
    return du - dv;
  case MULTIPLY:
    return u * dv + v * du;
  default:
    return (du * v - u * dv) / (v * v);
  }
}

void backward(node *nodes, size_t count) {
  double dot[count];
  for (size_t from = 0; from < count; from++) {
    for (size_t i = 0; i < count; i++)
      dot[i] = i == from ? 1 : i < from ? 0 : derivative(nodes, i, dot);
    nodes[from].slope = dot[count - 1];
  }
}
