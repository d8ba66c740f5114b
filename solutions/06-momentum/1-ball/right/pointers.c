/* Walks with pointers, and moves the weight by parts. */
#include "ball.h"

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  for (const double *end = g + n; g != end; ++w, ++v, ++g) {
    *v *= beta;
    *v -= *g * learning_rate;
    *w += *v;
  }
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  const double alpha = 1 - beta;
  for (const double *end = g + n; g != end; ++w, ++m, ++g) {
    const double kept = *m * beta, taken = *g * alpha;
    *m = kept + taken;
    *w -= learning_rate * kept + learning_rate * taken;
  }
}
