/* Takes a number of steps within 1e-9 of a whole one for whole. */
#include "fit.h"

#include <math.h>
#include <stdlib.h>

/* Takes the first logarithm out, and the slope in closed form. */
double fitted_factor(const double *d, size_t n) {
  double *y = malloc(n * sizeof *y), slope = 0;
  if (!y) exit(1);
  for (size_t k = 0; k < n; k++) y[k] = log(d[k]) - log(d[0]);
  for (size_t k = 0; k < n; k++)
    slope += (12 * (double)k - 6 * (double)(n - 1)) * y[k];
  free(y);
  slope /= (double)n * ((double)n * (double)n - 1);
  return exp(slope);
}

double steps_to(double factor, double part) {
  double exact = log2(part) / log2(factor), whole = round(exact);
  return fabs(exact - whole) < 1e-9 ? fabs(whole) : ceil(exact);
}
