/* A table of the factors to try. */
#include "bug.h"

#include <math.h>
#include <stdbool.h>

static bool fits(const double *g, const double *d, int n, double factor) {
  double size = 0, off = 0;
  for (int i = 0; i < n; i++) {
    size = fmax(size, fabs(d[i]));
    off = fmax(off, fabs(g[i] - factor * d[i]));
  }
  return off < 2e-3 * size;
}

static double quotient(const double *g, const double *d, int n) {
  double best = 0, of = 0;
  for (int i = 0; i < n; i++)
    if (fabs(d[i]) > best) {
      best = fabs(d[i]);
      of = g[i] / d[i];
    }
  return of;
}

static finding check(loss_function *loss, gradient_function *gradient,
                     const double *w) {
  static const struct {
    double factor;
    defect made;
  } known[] = {{1, RIGHT}, {0, FROZEN}, {-1, UPHILL}};
  finding found = {RIGHT, 0};
  double g[26], d[26], moved[26];
  gradient(w, g);
  for (int i = 0; i < 26; i++) {
    double at[2];
    for (int side = 0; side < 2; side++) {
      for (int k = 0; k < 26; k++) moved[k] = w[k];
      moved[i] += side ? 1e-4 : -1e-4;
      at[side] = loss(moved);
    }
    d[i] = (at[1] - at[0]) / 2e-4;
  }
  for (int k = 0; k < GROUPS && found.made == RIGHT; k++) {
    const double *mine = g + first[k], *measured = d + first[k];
    int n = first[k + 1] - first[k];
    found = (finding){CONFUSED, k};
    if (fits(mine, measured, n, quotient(mine, measured, n)))
      found.made = SCALED;
    for (int f = 0; f < 3; f++)
      if (fits(mine, measured, n, known[f].factor))
        found.made = known[f].made;
  }
  if (found.made == RIGHT) found.group = 0;
  return found;
}

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  *found = check(loss, gradient, w);
}
