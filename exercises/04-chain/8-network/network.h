#ifndef NETWORK_H
#define NETWORK_H

/* A network of `depth` layers of sigmoid neurons, 1 <= depth <= DEEPEST.
 * Layer l has width[l] inputs and width[l + 1] neurons; a width is from 1
 * to WIDEST. All weights and biases are in one vector: those of the first
 * layer, then those of the second, and so on. A layer has first its
 * weights, at i * width[l + 1] + j the one from input i to neuron j, and
 * then its biases. */
enum { DEEPEST = 5, WIDEST = 6 };

/* The slopes of C = 1/2 sum over j of (output j - t[j])^2 for one example
 * with inputs x and targets t, with respect to every weight and bias.
 * Writes them to `slopes`, in the order of `params`, and returns C. */
double gradient(const int *width, int depth, const double *params,
                const double *x, const double *t, double *slopes);

/* Gradient descent: `epochs` steps, each with the mean of the slopes of
 * all `count` examples. Inputs and targets stand in x and t example after
 * example. Changes params, and returns the mean of C over the examples
 * before the last step; 0 if there was none. */
double train(const int *width, int depth, double *params, const double *x,
             const double *t, int count, double rate, int epochs);

#endif
