/* Calls itself for the node before, and then hands the slopes on. */
#include "autodiff.h"

#include <math.h>
#include <string.h>

static void compute(node *one, double u, double v) {
  if (one->does == ADD)
    one->value = u + v;
  else if (one->does == SUBTRACT)
    one->value = u - v;
  else if (one->does == MULTIPLY)
    one->value = u * v;
  else if (one->does == DIVIDE)
    one->value = u / v;
  else if (one->does == SIGMOID)
    one->value = 1 - 1 / (1 + exp(u));
  else
    one->value = u * u;
}

void forward(node *nodes, size_t count) {
  if (count == 0) return;
  forward(nodes, count - 1);
  node *one = nodes + count - 1;
  int one_input = one->does == SIGMOID || one->does == SQUARE;
  if (one->does != GIVEN)
    compute(one, nodes[one->left].value,
            one_input ? 0 : nodes[one->right].value);
}

static void hand_on(node *nodes, double *slopes, size_t i) {
  const node *one = nodes + i;
  size_t l = one->left, r = one->right;
  double s = slopes[i];
  nodes[i].slope = s;
  if (one->does == ADD || one->does == SUBTRACT) {
    slopes[l] += s;
    slopes[r] += one->does == ADD ? s : -s;
  } else if (one->does == MULTIPLY) {
    slopes[l] = fma(s, nodes[r].value, slopes[l]);
    slopes[r] = fma(s, nodes[l].value, slopes[r]);
  } else if (one->does == DIVIDE) {
    double share = s / nodes[r].value;
    slopes[l] += share;
    slopes[r] -= share * one->value;
  } else if (one->does == SIGMOID) {
    slopes[l] += s * one->value * (1 - one->value);
  } else if (one->does == SQUARE) {
    slopes[l] += s * (nodes[l].value + nodes[l].value);
  }
  if (i > 0) hand_on(nodes, slopes, i - 1);
}

void backward(node *nodes, size_t count) {
  double slopes[20];
  memset(slopes, 0, sizeof slopes);
  slopes[count - 1] = 1;
  hand_on(nodes, slopes, count - 1);
}
