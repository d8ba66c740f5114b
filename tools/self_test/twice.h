/* An exercise of which everything is known, to try a grading machine with:
 * what students hand in is compiled, run and graded in the same way. */
#ifndef TWICE_H
#define TWICE_H

/* 2 x. */
double twice(double x);

#endif
