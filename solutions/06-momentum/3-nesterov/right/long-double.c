/* Computes in long double, with the state in a struct. */
#include "nesterov.h"

typedef struct {
  long double w, v;
} state;

static state step(state old, slope_function *slope, double rate,
                  double beta) {
  long double kept = old.v * beta;
  long double v = kept - (long double)rate * slope((double)(old.w + kept));
  return (state){.v = v, .w = old.w + v};
}

void nesterov(double *w, double *v, slope_function *slope,
              double learning_rate, double beta, size_t steps) {
  state ball = {*w, *v};
  for (size_t k = 1; k <= steps; ++k)
    ball = step(ball, slope, learning_rate, beta);
  *w = (double)ball.w;
  *v = (double)ball.v;
}
