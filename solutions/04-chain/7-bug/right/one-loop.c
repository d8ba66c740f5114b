/* Sorts every slope of a group into kinds, and counts. */
#include "bug.h"

#include <math.h>
#include <string.h>

static double slope(loss_function *loss, const double *w, int i) {
  double up[26], down[26];
  memcpy(up, w, sizeof up);
  memcpy(down, w, sizeof down);
  up[i] += 1e-5;
  down[i] -= 1e-5;
  return (loss(up) - loss(down)) / 2e-5;
}

static finding check(loss_function *loss, gradient_function *gradient,
                     const double *w) {
  double g[26], d[26];
  gradient(w, g);
  for (int i = 0; i < 26; i++) d[i] = slope(loss, w, i);
  for (int group = 0; group < GROUPS; group++) {
    int begin = first[group], end = first[group + 1], large = begin;
    for (int i = begin; i < end; i++)
      if (fabs(d[i]) > fabs(d[large])) large = i;
    double close = fabs(d[large]) / 500, times = g[large] / d[large];
    int same = 0, none = 0, opposite = 0, scaled = 0, all = end - begin;
    for (int i = begin; i < end; i++) {
      same += fabs(g[i] - d[i]) < close;
      none += fabs(g[i]) < close;
      opposite += fabs(g[i] + d[i]) < close;
      scaled += fabs(g[i] - times * d[i]) < close;
    }
    if (same == all) continue;
    defect made = none == all       ? FROZEN
                  : opposite == all ? UPHILL
                  : scaled == all   ? SCALED
                                    : CONFUSED;
    return (finding){.made = made, .group = group};
  }
  return (finding){.made = RIGHT};
}

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  *found = check(loss, gradient, w);
}
