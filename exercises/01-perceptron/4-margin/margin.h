#ifndef MARGIN_H
#define MARGIN_H

#include <stddef.h>

/* The rule starts from zero weights and corrects an example whenever
 * y (w . x) <= m. Of the examples, and of some vector u of length 1, these
 * functions know
 *
 *   radius         R > 0, the length of the longest input;
 *   gamma          the smallest y (u . x) of all examples. Positive if u
 *                  separates them, else 0 or negative;
 *   m              at least 0;
 *   learning_rate  eta > 0.
 *
 * Each returns what Novikoff's proof says when it is repeated for this
 * rule. */

/* The floor: the least that the squared length of the weights can be after
 * k updates, as u proves it. 0 if u does not separate the examples. */
double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k);

/* The ceiling: k times the most that one update, whichever it is, can add
 * to the squared length of the weights. */
double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k);

/* The most updates that the two leave room for: the largest k whose floor
 * is not above its ceiling, a whole number. INFINITY, of <math.h>, if u
 * does not separate the examples. */
double most_updates(double radius, double gamma, double m,
                    double learning_rate);

/* When the rule has come to rest, every example has y (w . x) > m, and w
 * separates the examples with a margin of its own, measured, as that of
 * u, with weights of length 1. How wide is it at least? Take the ceiling
 * at the bound on the updates as it is before it is made a whole number.
 * 0 if u does not separate the examples: then nothing is promised. */
double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate);

#endif
