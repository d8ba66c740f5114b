/* Leaves the bias at zero. */
#include "gate.h"

void nand_gate(double w[3]) {
  w[0] = -1;
  w[1] = -1;
  w[2] = 0;
}

void only_first(double w[3]) {
  w[0] = 1;
  w[1] = -1;
  w[2] = 0;
}

void at_least_two(double w[4]) {
  w[0] = w[1] = w[2] = 1;
  w[3] = 0;
}
