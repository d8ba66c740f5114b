/* The right answer. If it does not get full marks, the machine is at fault.
 */
#include "twice.h"

double twice(double x) {
  return 2 * x;
}
