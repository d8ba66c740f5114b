/* Changes the weight before it computes the errors for the bias. */
#include "epoch.h"

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  size_t steps = 0;
  for (size_t start = 0; start < n; start += batch) {
    size_t end = n - start < batch ? n : start + batch;
    double dw = 0, db = 0, count = (double)(end - start);
    for (size_t i = start; i < end; i++)
      dw += (*w * x[order[i]] + *b - t[order[i]]) * x[order[i]];
    *w -= learning_rate * dw / count;
    for (size_t i = start; i < end; i++)
      db += *w * x[order[i]] + *b - t[order[i]];
    *b -= learning_rate * db / count;
    steps++;
  }
  return steps;
}
