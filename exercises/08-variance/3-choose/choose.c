/* Exercise variance/choose: learn, choose, report. */
#include "choose.h"

#include <math.h>

size_t choose(const double *training, const double *validation,
              const double *test, size_t n, double *reported) {
  /* Your code here. */
  return 0;
}
