/* Moves eight weights at most. */
#include "ball.h"

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  for (size_t i = 0; i < n && i < 8; i++) {
    v[i] = beta * v[i] - learning_rate * g[i];
    w[i] += v[i];
  }
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  for (size_t i = 0; i < n; i++) {
    m[i] = beta * m[i] + (1 - beta) * g[i];
    w[i] -= learning_rate * m[i];
  }
}
