/* Lets the veto of one_of_three fail where all three inputs are 1. */
#include "hand.h"

void same(double w[9]) {
  w[0] = w[2] = 1;
  w[1] = w[3] = -1;
  w[4] = -1.5;
  w[5] = 0.5;
  w[6] = w[7] = 1;
  w[8] = -0.5;
}

void one_of_three(double w[11]) {
  w[0] = w[2] = w[4] = 1;
  w[1] = w[3] = 1;
  w[5] = -0.5; /* h2: two of the first two */
  w[6] = -0.5;
  w[7] = -1.75;
  w[8] = 1;
  w[9] = -1;
  w[10] = -0.5;
}
