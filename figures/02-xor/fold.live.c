/* How two hidden neurons fold the plane, live: their lines are the
 * reader's. */
#define main chapter_main
#include "../../chapters/02-xor/xor.c"
#undef main

#include "live.h"

#include <nn/elementary.h>

enum { CORNERS = 4, HIDDEN = 2 };

static nn_real params[9], inputs[CORNERS][2];

/* Both hidden neurons' directions, in degrees, and their biases. As many
 * degrees as a weight vector of (1, 1) is 45. */
LIVE(set)
void live_set(nn_real degrees_1, nn_real b_1, nn_real degrees_2,
              nn_real b_2) {
  const nn_real to_radians = (nn_real)0.017453292519943295;
  const nn_real root_2 = (nn_real)1.4142135623730951;
  const nn_real angle[HIDDEN] = {degrees_1 * to_radians,
                                 degrees_2 * to_radians};
  memcpy(params, by_hand, sizeof params);
  for (size_t j = 0; j < HIDDEN; j++) {
    params[j] = root_2 * nn_cos(angle[j]);
    params[HIDDEN + j] = root_2 * nn_sin(angle[j]);
  }
  params[4] = b_1;
  params[5] = b_2;
}

LIVE(weight) nn_real live_weight(size_t i) {
  return params[i];
}

/* What hidden neuron j says to corner `row`, 0 for (0, 0), 1 for (1, 0), 2
 * for (0, 1), 3 for (1, 1). */
LIVE(says) size_t live_says(size_t row, size_t j) {
  inputs[row][0] = row & 1 ? 1 : 0;
  inputs[row][1] = row >> 1 ? 1 : 0;
  nn_real z = params[j] * inputs[row][0] +
              params[HIDDEN + j] * inputs[row][1] + params[4 + j];
  return z > 0;
}

static size_t place_of(size_t row) {
  return live_says(row, 0) + 2 * live_says(row, 1);
}

/* On how many places the four corners land. */
LIVE(places) size_t live_places(void) {
  unsigned taken = 0;
  size_t count = 0;
  for (size_t row = 0; row < CORNERS; row++) taken |= 1u << place_of(row);
  for (size_t place = 0; place < CORNERS; place++)
    count += taken >> place & 1;
  return count;
}

/* Can one neuron tell XOR from what the hidden ones say? What it says where
 * no corner lands is free, so each way is tried. */
LIVE(separable) bool live_separable(void) {
  unsigned on = 0, off = 0;
  for (size_t row = 0; row < CORNERS; row++)
    if (row == 1 || row == 2)
      on |= 1u << place_of(row);
    else
      off |= 1u << place_of(row);
  if (on & off) return false;
  for (unsigned table = 0; table < 16; table++) {
    size_t epochs;
    if ((table & on) == on && !(table & off) &&
        separable(2, table, &epochs))
      return true;
  }
  return false;
}

size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int a = 0; a < 360; a += 45)
    for (int b = -3; b <= 3 && count + 4 < most; b++) {
      live_set((nn_real)a, (nn_real)b / 2, 45, (nn_real)-1.5);
      numbers[count++] = (double)live_weight(0);
      numbers[count++] = (double)live_weight(2);
      numbers[count++] = (double)live_places();
      numbers[count++] = live_separable();
    }
  return count;
}
