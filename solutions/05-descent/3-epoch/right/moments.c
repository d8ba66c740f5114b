/* Takes the means of x, x^2, t and x t of a batch instead of errors. */
#include "epoch.h"

size_t train_epoch(double *w, double *b, const double *x, const double *t,
                   size_t n, const size_t *order, size_t batch,
                   double learning_rate) {
  const size_t steps = n / batch + (n % batch != 0);
  const size_t *next = order, *end = order + n;
  for (size_t step = 0; step < steps; step++) {
    long double x_1 = 0, x_2 = 0, t_1 = 0, x_t = 0, count = 0;
    while (next < end && count < batch) {
      const long double in = x[*next], target = t[*next];
      x_1 += in;
      x_2 += in * in;
      t_1 += target;
      x_t += in * target;
      count++;
      next++;
    }
    long double old = *w, bias = *b;
    *w = (double)(old -
                  learning_rate * (old * x_2 + bias * x_1 - x_t) / count);
    *b = (double)(bias -
                  learning_rate * (old * x_1 + bias * count - t_1) / count);
  }
  return steps;
}
