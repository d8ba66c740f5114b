/* Gives every input a weight of its own. */
#include "gate.h"

#include <string.h>

void nand_gate(double w[3]) {
  static const double weights[] = {-0.7, -1.1, 1.5};
  memcpy(w, weights, sizeof weights);
}

void only_first(double w[3]) {
  static const double weights[] = {3, -5, -1};
  memcpy(w, weights, sizeof weights);
}

void at_least_two(double w[4]) {
  static const double weights[] = {3, 4, 5, -6};
  memcpy(w, weights, sizeof weights);
}
