/* Includes itself, twice each time. */
#include "step.c"
