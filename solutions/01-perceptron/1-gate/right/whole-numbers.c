/* Uses whole numbers only. */
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
  w[3] = -3;
  for (int i = 0; i < 3; i++) w[i] = 2;
}
