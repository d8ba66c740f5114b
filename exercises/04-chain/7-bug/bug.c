/* Exercise chain/bug: what is wrong with this gradient? */
#include "bug.h"

#include <math.h>

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  /* Your code here. */
}
