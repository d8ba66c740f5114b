/* Lets `same` fire for 0, 0 only: the output asks for both neurons. */
#include "hand.h"

void same(double w[9]) {
  w[0] = w[2] = -1;
  w[1] = w[3] = -1;
  w[4] = 1.5;
  w[5] = 0.5;
  w[6] = w[7] = 1;
  w[8] = -1.5;
}

void one_of_three(double w[11]) {
  for (int i = 0; i < 6; i++) w[i] = 1;
  w[6] = -0.5;
  w[7] = -1.5;
  w[8] = 1;
  w[9] = -1;
  w[10] = -0.5;
}
