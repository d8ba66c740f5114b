/* Lets two neurons learn, one twice as fast, until they meet or rest. */
#include "separable.h"

typedef struct {
  int w[5];
} neuron;

static bool epoch(neuron *one, const double *y, size_t n) {
  bool clean = true;
  for (unsigned row = 0; row < 1U << n; row++) {
    int z = one->w[0], target = y[row] > 0 ? 1 : -1;
    for (size_t i = 1; i <= n; i++)
      if (row >> (n - i) & 1U) z += one->w[i];
    if (target * z > 0) continue;
    clean = false;
    one->w[0] += target;
    for (size_t i = 1; i <= n; i++)
      if (row >> (n - i) & 1U) one->w[i] += target;
  }
  return clean;
}

static bool meet(neuron a, neuron b) {
  int apart = 0;
  for (int i = 0; i < 5; i++) apart |= a.w[i] ^ b.w[i];
  return apart == 0;
}

bool separable(const double *y, size_t n) {
  neuron tortoise = {{0}}, hare = {{0}};
  do {
    epoch(&tortoise, y, n);
    if (epoch(&hare, y, n) || epoch(&hare, y, n)) return true;
  } while (!meet(tortoise, hare));
  return false;
}
