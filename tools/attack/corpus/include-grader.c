/* Includes the grader, to call its right answers. */
#include "@ROOT@/exercises/01-perceptron/2-step/grader.c"
