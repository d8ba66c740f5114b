/* Makes each gate out of another one's weights. */
#include "gate.h"

enum { FIRST, SECOND, BIAS };

static void and_gate(double w[3]) {
  w[FIRST] = w[SECOND] = 1;
  w[BIAS] = -1.5;
}

void nand_gate(double w[3]) {
  and_gate(w);
  for (int i = FIRST; i <= BIAS; i++) w[i] = -w[i];
}

/* The second input is turned round: x becomes 1 - x. */
void only_first(double w[3]) {
  and_gate(w);
  w[BIAS] += w[SECOND];
  w[SECOND] = -w[SECOND];
}

void at_least_two(double w[4]) {
  and_gate(w);
  w[3] = w[BIAS];
  w[2] = 1;
}
