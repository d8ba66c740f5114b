/* The factor that fits a group best, and what it leaves. */
#include "bug.h"

#include <math.h>

static double dot(const double *u, const double *v, int n) {
  double sum = 0;
  while (n-- > 0) sum += u[n] * v[n];
  return sum;
}

static defect judge(const double *g, const double *d, int n) {
  double factor = dot(g, d, n) / dot(d, d, n), left = 0;
  for (int i = 0; i < n; i++) left += pow(g[i] - factor * d[i], 2);
  if (sqrt(left / dot(d, d, n)) > 1e-3) return CONFUSED;
  if (fabs(factor - 1) < 1e-3) return RIGHT;
  if (fabs(factor + 1) < 1e-3) return UPHILL;
  return fabs(factor) < 1e-3 ? FROZEN : SCALED;
}

static finding check(loss_function *loss, gradient_function *gradient,
                     const double *w) {
  double copy[26], g[26], d[26];
  for (int i = 0; i < 26; i++) copy[i] = w[i];
  for (int i = 0; i < 26; i++) {
    const double kept = copy[i], h = 3e-5;
    copy[i] = kept - h;
    d[i] = loss(copy);
    copy[i] = kept + h;
    d[i] = (loss(copy) - d[i]) / (2 * h);
    copy[i] = kept;
  }
  gradient(copy, g);
  for (int k = GROUPS - 1; k >= 0; k--) {
    defect made =
        judge(g + first[k], d + first[k], first[k + 1] - first[k]);
    if (made != RIGHT) return (finding){made, k};
  }
  return (finding){RIGHT, 0};
}

void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found) {
  *found = check(loss, gradient, w);
}
