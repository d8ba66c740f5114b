/* Leaves all slopes at 0 where the last node is given. */
#include "autodiff.h"

#include <math.h>

void forward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) {
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

void backward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) nodes[i].slope = 0;
  if (nodes[count - 1].does == GIVEN) return;
  nodes[count - 1].slope = 1;

  for (size_t i = count; i-- > 0;) {
    const node *now = &nodes[i];
    node *left = &nodes[now->left], *right = &nodes[now->right];
    double u = left->value, v = right->value, a = now->value;
    double slope = now->slope;
    switch (now->does) {
    case GIVEN:
      break;
    case ADD:
      left->slope += slope;
      right->slope += slope;
      break;
    case SUBTRACT:
      left->slope += slope;
      right->slope -= slope;
      break;
    case MULTIPLY:
      left->slope += slope * v;
      right->slope += slope * u;
      break;
    case DIVIDE:
      left->slope += slope / v;
      right->slope -= slope * u / (v * v);
      break;
    case SIGMOID:
      left->slope += slope * a * (1 - a);
      break;
    case SQUARE:
      left->slope += slope * 2 * u;
      break;
    }
  }
}
