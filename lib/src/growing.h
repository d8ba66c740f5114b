/* A row of numbers that grows as they arrive, for readers of files that
 * do not trust the sizes that a file claims. */
#ifndef NN_GROWING_H
#define NN_GROWING_H

#include <nn/real.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
  nn_real *at;
  size_t count, room;
} growing;

/* Adds a number; false if there is no memory. */
bool nn_growing_add(growing *row, nn_real x);

void nn_growing_free(growing *row);

#endif
