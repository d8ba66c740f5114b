/* Makes the compiler quote a file of the machine in its messages. */
#include "/etc/passwd"
#include "step.h"
