#ifndef STEP_H
#define STEP_H

#include <stdbool.h>
#include <stddef.h>

/* Does the neuron fire at the input x? w and x have n elements. */
bool fires(const double *w, double b, const double *x, size_t n);

/* One step of the perceptron rule: if the neuron is mistaken about the
 * input x, which should give y (+1 or -1), changes w[0 ... n-1] and *b and
 * returns true; else changes nothing and returns false. A sum of 0 is a
 * mistake for both y. */
bool learn(double *w, double *b, const double *x, double y, size_t n);

#endif
