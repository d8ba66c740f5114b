/* Turns by one function, forth by the angle and back by its opposite. */
#include "rotate.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  double x, y;
} vector;

static vector turned(vector v, double angle) {
  double c = cos(angle), s = sin(angle);
  return (vector){.x = c * v.x - s * v.y, .y = s * v.x + c * v.y};
}

static vector gradient(vector w, double kappa, double angle) {
  vector u = turned(w, -angle);
  u.y *= kappa;
  return turned(u, angle);
}

void bowl_gradient(const double *w, double kappa, double angle, double *g) {
  vector slopes = gradient((vector){w[0], w[1]}, kappa, angle);
  g[0] = slopes.x;
  g[1] = slopes.y;
}

static bool is_near(vector w, double radius) {
  return w.x * w.x + w.y * w.y <= radius * radius;
}

static void move(double *w, double *s, double slope, double rate,
                 double rho) {
  *s = *s * rho + slope * slope * (1 - rho);
  *w = *w - slope * rate / (sqrt(*s) + 1e-8);
}

size_t steps_until(double kappa, double angle, const double *start,
                   double learning_rate, double rho, double radius,
                   size_t most) {
  vector w = {start[0], start[1]}, s = {0, 0};
  size_t left = most;
  while (left > 0 && !is_near(w, radius)) {
    vector g = gradient(w, kappa, angle);
    move(&w.x, &s.x, g.x, learning_rate, rho);
    move(&w.y, &s.y, g.y, learning_rate, rho);
    left--;
  }
  return most - left;
}
