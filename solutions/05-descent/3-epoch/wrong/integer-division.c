/* Divides 1 by the size of the batch, as integers. */
#include "epoch.h"

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  size_t steps = 0;
  for (size_t start = 0; start < n; start += batch) {
    size_t end = n - start < batch ? n : start + batch;
    double dw = 0, db = 0;
    for (size_t i = start; i < end; i++) {
      size_t e = order[i];
      double delta = *w * x[e] + *b - t[e];
      dw += delta * x[e];
      db += delta;
    }
    *w -= learning_rate * (double)(1 / (end - start)) * dw;
    *b -= learning_rate * (double)(1 / (end - start)) * db;
    steps++;
  }
  return steps;
}
