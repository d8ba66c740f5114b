/* Lets each node collect its slope from all that use it. */
#include "autodiff.h"

#include <math.h>
#include <stdbool.h>

static bool is_binary(const node *one) {
  return one->does == ADD || one->does == SUBTRACT ||
         one->does == MULTIPLY || one->does == DIVIDE;
}

void forward(node *nodes, size_t count) {
  size_t i = 0;
  while (i < count) {
    node *one = &nodes[i++];
    const double *u = &nodes[one->left].value, *v = NULL;
    if (is_binary(one)) v = &nodes[one->right].value;
    switch (one->does) {
    case GIVEN:
      continue;
    case ADD:
      one->value = *u + *v;
      break;
    case SUBTRACT:
      one->value = *u - *v;
      break;
    case MULTIPLY:
      one->value = *u * *v;
      break;
    case DIVIDE:
      one->value = *u / *v;
      break;
    case SIGMOID:
      one->value = *u < 0 ? exp(*u) / (1 + exp(*u)) : 1 / (1 + exp(-*u));
      break;
    case SQUARE:
      one->value = pow(*u, 2);
      break;
    }
  }
}

static double by_left(const node *nodes, const node *user) {
  double u = nodes[user->left].value;
  switch (user->does) {
  case MULTIPLY:
    return nodes[user->right].value;
  case DIVIDE:
    return 1 / nodes[user->right].value;
  case SIGMOID:
    return user->value - user->value * user->value;
  case SQUARE:
    return 2 * u;
  default:
    return 1;
  }
}

static double by_right(const node *nodes, const node *user) {
  switch (user->does) {
  case SUBTRACT:
    return -1;
  case MULTIPLY:
    return nodes[user->left].value;
  case DIVIDE:
    return -user->value / nodes[user->right].value;
  default:
    return 1;
  }
}

void backward(node *nodes, size_t count) {
  nodes[count - 1].slope = 1;
  for (size_t i = count - 1; i-- > 0;) {
    double slope = 0;
    for (const node *user = &nodes[i + 1]; user < nodes + count; user++) {
      if (user->does == GIVEN) continue;
      if (user->left == i) slope += user->slope * by_left(nodes, user);
      if (is_binary(user) && user->right == i)
        slope += user->slope * by_right(nodes, user);
    }
    nodes[i].slope = slope;
  }
}
