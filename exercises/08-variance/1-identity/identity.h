#ifndef IDENTITY_H
#define IDENTITY_H

#include <stddef.h>

/* What the error of many fits is made of. */
typedef struct {
  double bias2, variance, error;
} parts;

/* `count` fits (at least 2), each learned from a training set of its own,
 * at `points` points (at least 1): fits[l * points + i] is what fit l
 * says at point i, truth[i] what is true there, without noise. With the
 * mean fit, the mean of all fits at each point, fills *out:
 * bias2      (mean fit - truth)^2, mean over the points
 * variance   (fit - mean fit)^2, mean over the fits and the points
 * error      (fit - truth)^2, mean over the fits and the points
 * All means divide by the number of what is summed. */
void decompose(const double *fits, size_t count, const double *truth,
               size_t points, parts *out);

/* The expected squared error against new targets: the truth plus noise
 * of mean 0 and standard deviation sigma, independent of the fits. */
double error_with_noise(parts p, double sigma);

#endif
