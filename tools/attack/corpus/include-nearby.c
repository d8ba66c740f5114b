/* Includes what lies near the folder that it is compiled in. */
#include "../../../../solutions/01-perceptron/2-step/step.c"
#include "../../../solutions/01-perceptron/2-step/step.c"
