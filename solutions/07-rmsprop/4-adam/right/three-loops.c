/* Uses a loop for each average and one for the weights, with pointers. */
#include "adam.h"

#include <math.h>

static void take_in(double *average, const double *g, size_t n, double kept,
                    int power) {
  for (double *end = average + n; average < end; average++, g++)
    *average += (1 - kept) * ((power == 2 ? *g * *g : *g) - *average);
}

static double whole(double kept, size_t t) {
  return -expm1((double)t * log(kept));
}

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  take_in(m, g, n, beta, 1);
  take_in(s, g, n, rho, 2);
  for (double *end = w + n; w < end; w++)
    *w -= learning_rate * (*m++ / whole(beta, t)) /
          (sqrt(*s++ / whole(rho, t)) + epsilon);
}
