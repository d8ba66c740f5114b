/* Takes for scaled only what has become larger. */
#include "bug.h"

#include <math.h>

static finding check(loss_function *loss, gradient_function *gradient,
                     const double *w) {
  double g[26], d[26], moved[26];
  gradient(w, g);
  for (int i = 0; i < 26; i++) moved[i] = w[i];
  for (int i = 0; i < 26; i++) {
    moved[i] = w[i] + 1e-4;
    d[i] = loss(moved);
    moved[i] = w[i] - 1e-4;
    d[i] = (d[i] - loss(moved)) / 2e-4;
    moved[i] = w[i];
  }
  for (int k = 0; k < GROUPS; k++) {
    int most = first[k], wrong = 0, scaled = 1, zero = 1, up = 1;
    for (int i = first[k]; i < first[k + 1]; i++)
      if (fabs(d[i]) > fabs(d[most])) most = i;
    double q = g[most] / d[most], close = fabs(d[most]) * 1e-3;
    for (int i = first[k]; i < first[k + 1]; i++) {
      wrong |= fabs(g[i] - d[i]) > close;
      scaled &= fabs(g[i] - q * d[i]) < close;
      zero &= fabs(g[i]) < close;
      up &= fabs(g[i] + d[i]) < close;
    }
    if (!wrong) continue;
    return (finding){zero                    ? FROZEN
                     : up                    ? UPHILL
                     : scaled && fabs(q) > 1 ? SCALED
                                             : CONFUSED,
                     k};
  }
  return (finding){RIGHT, 0};
}

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  *found = check(loss, gradient, w);
}
