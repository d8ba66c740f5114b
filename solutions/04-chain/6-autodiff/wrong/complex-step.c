/* Wrong: the slope is measured, with a step along the imaginary axis. */
#include "autodiff.h"

#include <complex.h>

enum { MOST = 256 };

static void forward_from(const node *nodes, double complex *values,
                         size_t first, size_t count) {
  for (size_t i = first; i < count; i++) {
    const node *now = &nodes[i];
    double complex u = values[now->left], v = values[now->right];
    switch (now->does) {
    case GIVEN:
      break;
    case ADD:
      values[i] = u + v;
      break;
    case SUBTRACT:
      values[i] = u - v;
      break;
    case MULTIPLY:
      values[i] = u * v;
      break;
    case DIVIDE:
      values[i] = u / v;
      break;
    case SIGMOID:
      values[i] = 1 / (1 + cexp(-u));
      break;
    case SQUARE:
      values[i] = u * u;
      break;
    }
  }
}

static void begin(const node *nodes, double complex *values, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = nodes[i].value;
}

void forward(node *nodes, size_t count) {
  double complex values[MOST];
  begin(nodes, values, count);
  forward_from(nodes, values, 0, count);
  for (size_t i = 0; i < count; i++) nodes[i].value = creal(values[i]);
}

void backward(node *nodes, size_t count) {
  const double h = 1e-200;
  for (size_t i = 0; i < count; i++) {
    double complex values[MOST];
    begin(nodes, values, count);
    values[i] += h * I;
    forward_from(nodes, values, i + 1, count);
    nodes[i].slope = cimag(values[count - 1]) / h;
  }
}
