#ifndef AVERAGE_H
#define AVERAGE_H

#include <stdbool.h>
#include <stddef.h>

/* Stochastic gradient descent from the weight 0 on n samples in turn, the
 * k-th of which is a[k-1], k = 1 ... n. Step k is against the slope of
 * 1/2 (weight - a[k-1])^2 with the learning rate 1/k; w[k-1] becomes the
 * weight after it. w has n elements. */
void running_minimum(const double *a, size_t n, double *w);

/* Whether the learning rates 1/k^p, k = 1, 2, 3 and so on, meet the two
 * conditions of Robbins and Monro: the sum of all rates is infinite, the
 * sum of their squares finite. p may be any number, also below 0. */
bool is_robbins_monro(double p);

#endif
