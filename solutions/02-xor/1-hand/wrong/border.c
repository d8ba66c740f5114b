/* Lets sums be exactly 0. */
#include "hand.h"

void same(double w[9]) {
  w[0] = 1;
  w[1] = -1;
  w[2] = 1;
  w[3] = -1;
  w[4] = -2;
  w[5] = 0;
  w[6] = 1;
  w[7] = 1;
  w[8] = -1;
}

void one_of_three(double w[11]) {
  w[0] = 1;
  w[1] = 1;
  w[2] = 1;
  w[3] = 1;
  w[4] = 1;
  w[5] = 1;
  w[6] = -0.5;
  w[7] = -1.5;
  w[8] = 1;
  w[9] = -1;
  w[10] = -0.5;
}
