/* Hands on only one slope where left and right are the same node. */
#include "autodiff.h"

#include <math.h>

void forward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    node *now = &nodes[i];
    double u = nodes[now->left].value, v = nodes[now->right].value;
    if (now->does == ADD) now->value = u + v;
    if (now->does == SUBTRACT) now->value = u - v;
    if (now->does == MULTIPLY) now->value = u * v;
    if (now->does == DIVIDE) now->value = u / v;
    if (now->does == SIGMOID) now->value = 1 / (1 + exp(-u));
    if (now->does == SQUARE) now->value = u * u;
  }
}

void backward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) nodes[i].slope = 0;
  nodes[count - 1].slope = 1;
  for (size_t i = count; i-- > 0;) {
    const node *now = &nodes[i];
    if (now->does == GIVEN) continue;
    double u = nodes[now->left].value, v = nodes[now->right].value;
    double a = now->value, by_u = 1, by_v = 0;
    if (now->does == ADD) by_v = 1;
    if (now->does == SUBTRACT) by_v = -1;
    if (now->does == MULTIPLY) by_u = v, by_v = u;
    if (now->does == DIVIDE) by_u = 1 / v, by_v = -u / (v * v);
    if (now->does == SIGMOID) by_u = a * (1 - a);
    if (now->does == SQUARE) by_u = 2 * u;
    double slope = now->slope;
    nodes[now->left].slope += slope * by_u;
    if (now->right != now->left) nodes[now->right].slope += slope * by_v;
  }
}
