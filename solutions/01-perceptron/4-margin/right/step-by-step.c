/* Adds up update by update, in long double, and halves an interval. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  long double along = 0;
  for (size_t i = 0; i < k; i++)
    along += (long double)learning_rate * gamma;
  return along < 0 ? 0 : (double)(along * along);
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  long double squared = 0;
  while (k-- > 0) {
    squared += 2 * (long double)learning_rate * m;
    squared += powl((long double)learning_rate * radius, 2);
  }
  return (double)squared;
}

/* Is there room for k updates? */
static int room(double radius, double gamma, double m, double learning_rate,
                long double k) {
  long double step = (long double)learning_rate * gamma;
  long double input = (long double)learning_rate * radius;
  return k * step * step <=
         input * input + 2 * (long double)learning_rate * m;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  if (gamma <= 0) return 1 / 0.0;
  long double low = 0, high = 1;
  while (room(radius, gamma, m, learning_rate, high)) high *= 2;
  while (high - low > 1) {
    long double middle = floorl((low + high) / 2);
    if (room(radius, gamma, m, learning_rate, middle))
      low = middle;
    else
      high = middle;
  }
  return (double)low;
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  long double gain =
      learning_rate *
      ((long double)learning_rate * radius * radius + 2 * (long double)m);
  return gamma <= 0 ? 0 : (double)(m * learning_rate * gamma / gain);
}
