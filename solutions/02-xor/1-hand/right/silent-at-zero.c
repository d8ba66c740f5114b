/* Lets sums be exactly 0 where a neuron has to be silent. */
#include "hand.h"

void same(double w[9]) {
  for (int i = 0; i < 4; i++) w[i] = 1;
  w[4] = 0;  /* OR */
  w[5] = -1; /* AND */
  w[6] = -1;
  w[7] = w[8] = 1;
}

void one_of_three(double w[11]) {
  double *next = w;
  while (next < w + 6) *next++ = 1;
  *next++ = 0;
  *next++ = -1;
  *next++ = 1;
  *next++ = -1;
  *next = 0;
}
