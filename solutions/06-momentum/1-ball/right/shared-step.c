/* Makes both of one function: memory = beta memory + part slope. */
#include "ball.h"

static void move(double *w, double *memory, const double *g, size_t n,
                 double beta, double part, double rate) {
  if (n == 0) return;
  *memory = (double)((long double)beta * *memory + (long double)part * *g);
  *w += rate * *memory;
  move(w + 1, memory + 1, g + 1, n - 1, beta, part, rate);
}

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  move(w, v, g, n, beta, -learning_rate, 1);
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  move(w, m, g, n, beta, 1 - beta, -learning_rate);
}
