#ifndef HAND_H
#define HAND_H

/* Two inputs: fires if both are equal. w, in this order: from x1 to the
 * hidden neurons h1 and h2, from x2 to h1 and h2; the biases of h1 and h2;
 * from h1 and h2 to the output; the output's bias. */
void same(double w[9]);

/* Three inputs: fires if exactly one of them is 1. w: from x1 to h1 and
 * h2, from x2 to both, from x3 to both; the biases of h1 and h2; from h1
 * and h2 to the output; the output's bias. */
void one_of_three(double w[11]);

#endif
