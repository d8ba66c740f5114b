/* Exercise momentum/ball: one step, with what is left of the last ones. */
#include "ball.h"

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  /* Your code here. */
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  /* Your code here. */
}
