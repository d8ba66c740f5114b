/* Turns round the output of XOR, and lets a hidden neuron veto strongly. */
#include "hand.h"

#include <string.h>

void same(double w[9]) {
  const double net[9] = {1, 1, 1, 1, -0.5, -1.5, -1, 1, 0.5};
  memcpy(w, net, sizeof net);
}

void one_of_three(double w[11]) {
  const double net[11] = {
      1,    2,   1,     2, 1, 2, /* inputs to h1, h2 */
      -0.5, -3,                  /* h1: any, h2: two or more */
      1,    -50, -0.75,
  };
  memcpy(w, net, sizeof net);
}
