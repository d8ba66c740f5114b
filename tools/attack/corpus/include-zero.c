/* Includes a file without end. */
#include "/dev/zero"
#include "step.h"
