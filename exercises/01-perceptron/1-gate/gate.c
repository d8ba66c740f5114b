/* Exercise perceptron/gate: weights by hand. */
#include "gate.h"

void nand_gate(double w[3]) {
  /* Your code here. */
}

void only_first(double w[3]) {
  /* Your code here. */
}

void at_least_two(double w[4]) {
  /* Your code here. */
}
