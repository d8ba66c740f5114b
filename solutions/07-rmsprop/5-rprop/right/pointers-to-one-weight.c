/* Steps each weight by a function that has pointers to its state. */
#include "rprop.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  double *w, *size, *previous;
} weight;

static double sign(double x) {
  return x == 0 ? 0 : x / fabs(x);
}

static void step(weight one, double slope) {
  bool grows =
      (slope > 0 && *one.previous > 0) || (slope < 0 && *one.previous < 0);
  bool shrinks = slope != 0 && *one.previous != 0 && !grows;
  *one.previous = slope;
  if (grows && (*one.size *= 1.2) > 50) *one.size = 50;
  if (shrinks && (*one.size *= 0.5) < 1e-6) *one.size = 1e-6;
  *one.w -= sign(slope) * *one.size;
}

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  for (size_t i = 0; i < n; i++)
    step((weight){&w[i], &size[i], &previous[i]}, g[i]);
}
