/* Goes forward as it calls itself, and backward as it returns. */
#include "path.h"

#include <math.h>

typedef struct {
  const double *w, *b;
  size_t n;
  double t;
  double *dw, *db;
} chain;

/* From neuron k to the end and back: the slope of C by what comes in. */
static double along(const chain *c, size_t k, double in) {
  if (k == c->n) return in - c->t;
  double a = 1 / (1 + exp(-c->b[k] - c->w[k] * in));
  c->db[k] = along(c, k + 1, a) * a * (1 - a);
  c->dw[k] = c->db[k] * in;
  return c->db[k] * c->w[k];
}

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  chain c = {w, b, n, t, dw, db};
  along(&c, 0, x);
}
