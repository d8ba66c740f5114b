/* Wrong: the slopes are measured, with centred differences. */
#include "quadratic.h"

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  double sum = 0;
  for (size_t i = 0; i < examples * outputs; i++)
    sum += (a[i] - t[i]) * (a[i] - t[i]);
  return sum / 2 / (double)examples;
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  enum { MOST = 64 };
  const double h = 1e-5;
  double moved[MOST];
  for (size_t i = 0; i < examples * outputs; i++) moved[i] = a[i];
  for (size_t i = 0; i < examples * outputs; i++) {
    moved[i] = a[i] + h;
    double above = quadratic(moved, t, examples, outputs);
    moved[i] = a[i] - h;
    double below = quadratic(moved, t, examples, outputs);
    moved[i] = a[i];
    gradient[i] = (above - below) / (2 * h);
  }
}
