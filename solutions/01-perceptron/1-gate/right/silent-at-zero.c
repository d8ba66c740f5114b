/* Lets some sums be exactly 0 where the neuron has to be silent. */
#include "gate.h"

static void set(double *w, double w1, double w2, double b) {
  w[0] = w1;
  w[1] = w2;
  w[2] = b;
}

void nand_gate(double w[3]) {
  set(w, -1, -1, 2);
}

void only_first(double w[3]) {
  set(w, 1, -1, 0);
}

void at_least_two(double w[4]) {
  set(w, 1, 1, 1);
  w[3] = -1;
}
