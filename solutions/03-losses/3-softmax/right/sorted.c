/* Sorts a copy of the logits, and adds the small exponentials first. */
#include "softmax.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int ascending(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return a < b ? -1 : a > b;
}

static double sum_of(const double *z, size_t n, double *largest) {
  double *sorted = malloc(n * sizeof *z), sum = 0;
  if (!sorted) exit(EXIT_FAILURE);
  memcpy(sorted, z, n * sizeof *z);
  qsort(sorted, n, sizeof *sorted, ascending);
  *largest = sorted[n - 1];
  for (size_t i = 0; i < n; i++) sum += exp(sorted[i] - *largest);
  free(sorted);
  return sum;
}

void softmax(const double *z, size_t n, double *a) {
  double largest, sum = sum_of(z, n, &largest);
  for (size_t i = n; i > 0; i--) a[i - 1] = exp(z[i - 1] - largest);
  for (size_t i = n; i > 0; i--) a[i - 1] /= sum;
}

double softmax_loss(const double *z, size_t n, size_t right) {
  double largest, sum = sum_of(z, n, &largest);
  return -((z[right] - largest) - log(sum));
}
