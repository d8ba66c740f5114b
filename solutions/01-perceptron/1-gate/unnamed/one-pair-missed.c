/* Gives the third input too little weight: only one pair fires. */
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
  w[0] = w[1] = 1;
  w[2] = 0.4;
  w[3] = -1.5;
}
