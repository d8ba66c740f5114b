/* Reference: measures all slopes, and asks of each group which multiple of
 * them it is. */
#include "bug.h"

#include <math.h>
#include <string.h>

enum { NUMBERS = 26 };

static void measure(loss_function *loss, const double *w, double *slopes) {
  const double h = 1e-4;
  double moved[NUMBERS];
  for (int p = 0; p < NUMBERS; p++) {
    memcpy(moved, w, sizeof moved);
    moved[p] = w[p] + h;
    slopes[p] = loss(moved);
    moved[p] = w[p] - h;
    slopes[p] = (slopes[p] - loss(moved)) / (2 * h);
  }
}

static double dot(const double *u, const double *v, int n) {
  double sum = 0;
  for (int p = 0; p < n; p++) sum += u[p] * v[p];
  return sum;
}

/* Is g, but for a thousandth, `times` the slopes d? */
static int is(const double *g, const double *d, int n, double times) {
  double apart = 0;
  for (int p = 0; p < n; p++) apart += pow(g[p] - times * d[p], 2);
  return sqrt(apart / dot(d, d, n)) < 1e-3;
}

static finding check(loss_function *loss, gradient_function *gradient,
                     const double *w) {
  double all[NUMBERS], measured[NUMBERS];
  gradient(w, all);
  measure(loss, w, measured);
  for (int k = 0; k < GROUPS; k++) {
    const double *g = all + first[k], *d = measured + first[k];
    int n = first[k + 1] - first[k];
    if (is(g, d, n, 1)) continue;
    if (is(g, d, n, 0)) return (finding){FROZEN, k};
    if (is(g, d, n, -1)) return (finding){UPHILL, k};
    double times = dot(g, d, n) / dot(d, d, n);
    return (finding){is(g, d, n, times) ? SCALED : CONFUSED, k};
  }
  return (finding){RIGHT, 0};
}

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  *found = check(loss, gradient, w);
}
