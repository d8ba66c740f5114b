#ifndef AUTODIFF_H
#define AUTODIFF_H

#include <stddef.h>

/* What a node does with what comes in, u and v:
 * GIVEN      nothing; its value is there from the start
 * ADD        u + v
 * SUBTRACT   u - v
 * MULTIPLY   u v
 * DIVIDE     u / v
 * SIGMOID    1 / (1 + e^-u)
 * SQUARE     u^2 */
typedef enum {
  GIVEN,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  SIGMOID,
  SQUARE
} operation;

/* One step of a computation. u is the value of node `left`, v that of node
 * `right`; both come earlier in the array, and may be the same node. Of
 * SIGMOID and SQUARE `right` is not used, of GIVEN neither. */
typedef struct {
  operation does;
  size_t left, right;
  double value;
  double slope; /* of the last node's value by this one's */
} node;

/* Computes the values of all nodes that are not GIVEN. */
void forward(node *nodes, size_t count);

/* After forward: computes the slopes of the last node's value by every
 * node's, given ones too. What is in the slopes before is of no
 * meaning. */
void backward(node *nodes, size_t count);

#endif
