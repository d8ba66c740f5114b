/* Changes all velocities or averages first, and then all weights. */
#include "ball.h"

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  for (size_t i = n; i-- > 0;) v[i] = beta * v[i] - learning_rate * g[i];
  for (size_t i = n; i-- > 0;) w[i] = w[i] + v[i];
}

/* The average goes towards the slope, by 1 - beta of the way. */
void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  for (size_t i = n; i-- > 0;) m[i] += (1 - beta) * (g[i] - m[i]);
  for (size_t i = n; i-- > 0;) w[i] += -learning_rate * m[i];
}
