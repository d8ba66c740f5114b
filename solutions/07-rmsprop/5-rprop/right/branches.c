/* Goes through all pairs of signs in branches, with pointers. */
#include "rprop.h"

#include <stdbool.h>

#define LONGEST 50.0
#define SHORTEST 1e-6

static double longer(double size) {
  return size * 1.2 < LONGEST ? size * 1.2 : LONGEST;
}

static double shorter(double size) {
  return size * 0.5 > SHORTEST ? size * 0.5 : SHORTEST;
}

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (const double *end = g + n; g < end; w++, size++, previous++, g++) {
    const bool rises = *g > 0, rose = *previous > 0;
    const bool falls = *g < 0, fell = *previous < 0;
    if ((rises && rose) || (falls && fell))
      *size = longer(*size);
    else if ((rises && fell) || (falls && rose))
      *size = shorter(*size);
    *previous = *g;
    if (rises)
      *w -= *size;
    else if (falls)
      *w += *size;
  }
}
