/* Takes one weight's step in a function that gives back a struct. */
#include "ball.h"

#include <math.h>

typedef struct {
  double place, memory;
} state;

static state ball(state s, double push, double beta) {
  s.memory = fma(s.memory, beta, -push);
  s.place += s.memory;
  return s;
}

static state average(state s, double slope, double rate, double beta) {
  s.memory = fma(beta, s.memory - slope, slope);
  s.place = fma(-rate, s.memory, s.place);
  return s;
}

void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta) {
  for (size_t i = 0; i < n; i++) {
    state next = ball((state){w[i], v[i]}, learning_rate * g[i], beta);
    w[i] = next.place;
    v[i] = next.memory;
  }
}

void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta) {
  for (size_t i = 0; i < n; i++) {
    state next = average((state){.memory = m[i], .place = w[i]}, g[i],
                         learning_rate, beta);
    m[i] = next.memory;
    w[i] = next.place;
  }
}
