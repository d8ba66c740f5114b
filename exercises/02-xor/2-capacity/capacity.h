#ifndef CAPACITY_H
#define CAPACITY_H

#include <stddef.h>

enum { INPUTS_MAX = 5, POINTS_MAX = 32 };

/* Points with labels. Point p has the inputs x[p * inputs] up to
 * x[p * inputs + inputs - 1]; y[p] is +1 where a neuron should fire and -1
 * where it should be silent. */
typedef struct {
  size_t points, inputs;
  double *x, *y;
} labelled_set;

/* Draws the next set, of so many points: from 1 to POINTS_MAX. Its numbers
 * are yours until the next is drawn, which takes their place. */
typedef labelled_set draw_function(size_t points);

/* Draws `trials` sets of so many points. Returns the share of them, from 0
 * to 1, that is linearly separable, by one neuron with a bias: to within
 * 0.05 of what unlimited patience would find. */
double separable_share(draw_function *draw, size_t points, size_t trials);

/* The number of points at which half of the sets are separable. One more
 * or one less will do. */
size_t capacity(draw_function *draw);

#endif
