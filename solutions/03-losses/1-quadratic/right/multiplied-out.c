/* Multiplies the square out, and divides before it subtracts. */
#include "quadratic.h"

double quadratic(const double *a, const double *t, size_t examples,
                 size_t outputs) {
  long double squares = 0, products = 0;
  for (size_t i = 0; i < examples * outputs; i++) {
    squares += (long double)a[i] * a[i] + (long double)t[i] * t[i];
    products += (long double)a[i] * t[i];
  }
  return (double)((squares / 2 - products) / examples);
}

void quadratic_gradient(const double *a, const double *t, size_t examples,
                        size_t outputs, double *gradient) {
  double count = (double)examples;
  for (size_t i = 0; i < examples * outputs; i++)
    gradient[i] = a[i] / count - t[i] / count;
}
