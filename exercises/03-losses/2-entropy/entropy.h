#ifndef ENTROPY_H
#define ENTROPY_H

/* The binary cross-entropy of a sigmoid output, natural logarithm:
 * -t log(a) - (1 - t) log(1 - a) with a = 1 / (1 + e^-z). Right to
 * 1e-9, or to nine digits where it is larger than 1, for every z from
 * -10,000 to 10,000 and every t from 0 to 1. */
double entropy(double z, double t);

/* Its slope with respect to z. */
double entropy_slope(double z, double t);

#endif
