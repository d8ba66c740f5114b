/* Gets each neuron's slope from e^-z, in an array of structs. */
#include "path.h"

#include <math.h>

typedef struct {
  double in, out, slope;
} neuron;

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  neuron row[16] = {{0}}, *last = row;
  for (size_t k = 0; k < n; k++) {
    neuron *now = last = &row[k];
    now->in = k ? now[-1].out : x;
    double z = fma(w[k], now->in, b[k]), e = exp(-fabs(z));
    now->out = (z > 0 ? 1 : e) / (1 + e);
    now->slope = e / (1 + e) / (1 + e);
  }

  db[n - 1] = (last->out - t) * last->slope;
  for (size_t k = n - 1; k > 0; k--)
    db[k - 1] = db[k] * w[k] * row[k - 1].slope;
  for (size_t k = 0; k < n; k++) dw[k] = db[k] * row[k].in;
}
