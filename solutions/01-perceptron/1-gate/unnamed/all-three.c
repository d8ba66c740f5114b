/* Lets at_least_two fire only if all three inputs are 1. */
#include "gate.h"

void nand_gate(double w[3]) {
  w[0] = w[1] = -2;
  w[2] = 3;
}

void only_first(double w[3]) {
  w[0] = 2;
  w[1] = -2;
  w[2] = -1;
}

void at_least_two(double w[4]) {
  w[0] = w[1] = w[2] = 1;
  w[3] = -2.5;
}
