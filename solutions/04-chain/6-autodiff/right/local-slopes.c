/* Keeps both local slopes of each node, by a table of functions. */
#include "autodiff.h"

#include <math.h>

typedef struct {
  double value, by_u, by_v;
} result;

static result add(double u, double v) {
  return (result){u + v, 1, 1};
}

static result subtract(double u, double v) {
  return (result){u - v, 1, -1};
}

static result multiply(double u, double v) {
  return (result){u * v, v, u};
}

static result divide(double u, double v) {
  return (result){u / v, 1 / v, -u / v / v};
}

static result sigmoid(double u, double v) {
  double t = tanh(u / 2);
  return (result){(1 + t) / 2, (1 - t * t) / 4, 0};
}

static result square(double u, double v) {
  return (result){u * u, u + u, 0};
}

static result (*const operations[])(double u, double v) = {
    [ADD] = add,       [SUBTRACT] = subtract, [MULTIPLY] = multiply,
    [DIVIDE] = divide, [SIGMOID] = sigmoid,   [SQUARE] = square,
};

static result result_of(const node *nodes, const node *one) {
  double u = nodes[one->left].value;
  double v = one->does < SIGMOID ? nodes[one->right].value : 0;
  return operations[one->does](u, v);
}

void forward(node *nodes, size_t count) {
  for (node *one = nodes; one < nodes + count; one++)
    if (one->does != GIVEN) one->value = result_of(nodes, one).value;
}

void backward(node *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) nodes[i].slope = i + 1 == count;
  for (node *one = nodes + count; one-- > nodes;) {
    if (one->does == GIVEN) continue;
    result r = result_of(nodes, one);
    nodes[one->left].slope += one->slope * r.by_u;
    if (one->does < SIGMOID) nodes[one->right].slope += one->slope * r.by_v;
  }
}
