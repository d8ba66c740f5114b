#include "growing.h"

#include <stdint.h>
#include <stdlib.h>

bool nn_growing_add(growing *row, nn_real x) {
  if (row->count == row->room) {
    size_t room = row->room ? row->room * 2 : 64;
    if (room > SIZE_MAX / sizeof x) return false;
    nn_real *at = realloc(row->at, room * sizeof x);
    if (!at) return false;
    row->at = at;
    row->room = room;
  }
  row->at[row->count++] = x;
  return true;
}

void nn_growing_free(growing *row) {
  free(row->at);
  *row = (growing){0};
}
