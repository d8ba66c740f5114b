#ifndef SEPARABLE_H
#define SEPARABLE_H

#include <stdbool.h>
#include <stddef.h>

/* Can one neuron with a bias compute this function of n bits (1 to 4)?
 * y[r], r = 0 ... 2^n - 1, is +1 if it should fire for the input whose
 * digits are those of r in binary, the first input being the most
 * significant, and -1 if it should be silent. */
bool separable(const double *y, size_t n);

#endif
