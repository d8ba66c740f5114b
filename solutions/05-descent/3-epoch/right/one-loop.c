/* Uses one loop, which closes a batch when it is full or the last. */
#include "epoch.h"

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  double dw = 0, db = 0;
  size_t inside = 0, steps = 0;
  for (size_t i = 0; i < n; i++) {
    double error = *b + *w * x[order[i]] - t[order[i]];
    dw += error * x[order[i]];
    db += error;
    if (++inside < batch && i + 1 < n) continue;
    *w -= learning_rate / (double)inside * dw;
    *b -= learning_rate / (double)inside * db;
    dw = db = 0;
    inside = 0;
    steps++;
  }
  return steps;
}
