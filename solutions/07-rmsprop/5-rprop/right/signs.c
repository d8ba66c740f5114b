/* Compares the signs of the slopes as whole numbers. */
#include "rprop.h"

static int sign(double x) {
  return (x > 0) - (x < 0);
}

void rprop_step(double *w, double *size, double *previous, const double *g,
                size_t n) {
  while (n-- > 0) {
    int now = sign(g[n]), before = sign(previous[n]);
    switch (now * before) {
    case 1:
      size[n] *= 1.2;
      if (size[n] > 50) size[n] = 50;
      break;
    case -1:
      size[n] /= 2;
      if (size[n] < 1e-6) size[n] = 1e-6;
      break;
    }
    w[n] -= now * size[n];
    previous[n] = g[n];
  }
}
