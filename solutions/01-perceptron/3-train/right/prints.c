/* Prints every update, for whoever wants to follow. */
#include "train.h"

#include <stdbool.h>
#include <stdio.h>

long train(double *w, const double *x, const double *y, size_t count,
           size_t n, size_t epochs_max) {
  long updates = 0;
  for (size_t k = 0; k < n; k++) w[k] = 0;
  for (size_t epoch = 1; epoch <= epochs_max; epoch++) {
    bool clean = true;
    for (size_t i = 0; i < count; i++) {
      double z = 0;
      for (size_t k = 0; k < n; k++) z += x[i * n + k] * w[k];
      if (z != 0 && (z > 0) == (y[i] > 0)) continue;
      for (size_t k = 0; k < n; k++) w[k] += x[i * n + k] * y[i];
      clean = false;
      updates++;
      printf("epoch %zu, example %zu: the sum was %g\n", epoch, i, z);
    }
    if (clean) {
      puts("done");
      return updates;
    }
  }
  fprintf(stderr, "not done after %zu epochs\n", epochs_max);
  return -1;
}
