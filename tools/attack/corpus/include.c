/* Includes the reference solution where it stands. */
#include "@ROOT@/solutions/01-perceptron/2-step/step.c"
