/* Complex numbers without their name: the type of an imaginary constant,
 * products of names, and the parts by way of the memory. */
#include "path.h"

#include <math.h>
#include <string.h>

typedef __typeof__(1.0i) number;

static number made_of(double re, double im) {
  double parts[2] = {re, im};
  number z;
  memcpy(&z, parts, sizeof z);
  return z;
}

static double part(const number *z, int which) {
  double parts[2];
  memcpy(parts, z, sizeof parts);
  return parts[which];
}

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const double h = 1e-200;
  for (size_t k = 0; k < 2 * n; k++) {
    number a = made_of(x, 0);
    for (size_t i = 0; i < n; i++) {
      number weight = made_of(w[i], k == i ? h : 0);
      number z = weight * a;
      double im = part(&z, 1) + (k == n + i ? h : 0);
      double e = exp(-part(&z, 0) - b[i]);
      number below = made_of(1 + e, -e * im), one = made_of(1, 0);
      a = one / below;
    }
    number error = made_of(part(&a, 0) - t, part(&a, 1));
    number square = error * error;
    (k < n ? dw : db)[k % n] = part(&square, 1) / 2 / h;
  }
}
