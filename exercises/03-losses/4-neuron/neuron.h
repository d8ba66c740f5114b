#ifndef NEURON_H
#define NEURON_H

/* One step of gradient descent for the neuron a = sigmoid(*w x + *b) on
 * the quadratic loss 1/2 (a - t)^2 of one example: changes *w and *b by
 * the learning rate times their slopes. */
void step_down(double *w, double *b, double x, double t, double rate);

#endif
