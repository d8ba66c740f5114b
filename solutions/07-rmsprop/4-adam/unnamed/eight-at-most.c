/* Moves eight weights at most. */
#include "adam.h"

#include <math.h>

void adam_step(double *w, double *m, double *s, size_t t, const double *g,
               size_t n, double learning_rate, double beta, double rho,
               double epsilon) {
  double m_weight = 1 - pow(beta, (double)t);
  double s_weight = 1 - pow(rho, (double)t);
  for (size_t i = 0; i < n && i < 8; i++) {
    m[i] = beta * m[i] + (1 - beta) * g[i];
    s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
    double mean = m[i] / m_weight, square = s[i] / s_weight;
    w[i] -= learning_rate * mean / (sqrt(square) + epsilon);
  }
}
