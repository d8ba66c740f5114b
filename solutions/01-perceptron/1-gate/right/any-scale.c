/* Scales a neuron down by 1e-100, and others up by as much. */
#include "gate.h"

void nand_gate(double w[3]) {
  const double unit = 1e-100;
  w[2] = 1.5 * unit;
  w[1] = -unit;
  w[0] = -unit;
}

void only_first(double w[3]) {
  const double unit = 1e100;
  *w++ = unit;
  *w++ = -unit;
  *w = unit / -4;
}

void at_least_two(double w[4]) {
  double *const end = w + 3;
  while (w < end) *w++ = 1e100;
  *w = -1.25e100;
}
