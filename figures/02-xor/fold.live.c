/* How two hidden neurons fold the plane, live: their lines are the
 * reader's. */
#define main chapter_main
#include "../../chapters/02-xor/xor.c"
#undef main

#include "live.h"

enum { CORNERS = 4, HIDDEN = 2 };

static nn_real params[9];

/* The line of hidden neuron j goes through two points, and the neuron fires
 * on the left of who walks from a to b. The weights are as long as those of
 * the chapter's. */
LIVE(set)
void live_set(size_t j, nn_real a1, nn_real a2, nn_real b1, nn_real b2) {
  nn_real w1 = a2 - b2, w2 = b1 - a1;
  nn_real length = (nn_real)sqrt((double)(w1 * w1 + w2 * w2));
  nn_real scale = length > 0 ? (nn_real)1.4142135623730951 / length : 0;
  params[j] = scale * w1;
  params[HIDDEN + j] = scale * w2;
  params[2 * HIDDEN + j] = -scale * (w1 * a1 + w2 * a2);
}

LIVE(weight) nn_real live_weight(size_t i) {
  return params[i];
}

/* What hidden neuron j says to a point. */
LIVE(says) size_t live_says(size_t j, nn_real x1, nn_real x2) {
  return params[j] * x1 + params[HIDDEN + j] * x2 + params[2 * HIDDEN + j] >
         0;
}

/* Where a corner lands: 0 for (0, 0), 1 for (1, 0), 2 for (0, 1), 3 for
 * (1, 1). The corners have the same numbers. */
static size_t place_of(size_t corner) {
  nn_real x1 = corner & 1 ? 1 : 0, x2 = corner >> 1 ? 1 : 0;
  return live_says(0, x1, x2) + 2 * live_says(1, x1, x2);
}

/* On how many places the four corners land. */
LIVE(places) size_t live_places(void) {
  unsigned taken = 0;
  size_t count = 0;
  for (size_t i = 0; i < CORNERS; i++) taken |= 1u << place_of(i);
  for (size_t place = 0; place < CORNERS; place++)
    count += taken >> place & 1;
  return count;
}

/* How far the line w is from the places of the corners, if it has those of
 * (1, 0) and (0, 1) on one side and the others on the other. */
static nn_real margin_of(const nn_real w[3]) {
  nn_real least = (nn_real)INFINITY;
  for (size_t corner = 0; corner < CORNERS; corner++) {
    size_t place = place_of(corner);
    nn_real z =
        w[0] * (nn_real)(place & 1) + w[1] * (nn_real)(place >> 1) + w[2];
    nn_real side = corner == 1 || corner == 2 ? z : -z;
    if (side < least) least = side;
  }
  return least / (nn_real)sqrt((double)(w[0] * w[0] + w[1] * w[1]));
}

/* Looks for a line that tells XOR from what the hidden neurons say, for the
 * last neuron: of those with weights of -1, 0 and 1, which are all that
 * four corners of a square can ask for, that of the widest margin. */
LIVE(separable) bool live_separable(void) {
  nn_real widest = 0;
  for (int w1 = -1; w1 <= 1; w1++)
    for (int w2 = -1; w2 <= 1; w2++)
      for (int half = -3; half <= 3 && (w1 || w2); half += 2) {
        nn_real w[3] = {(nn_real)w1, (nn_real)w2, (nn_real)half / 2};
        nn_real margin = margin_of(w);
        if (margin <= widest) continue;
        widest = margin;
        memcpy(params + 6, w, sizeof w);
      }
  return widest > 0;
}

/* The figure's lines, the second one turned about a point on it. */
size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  live_set(0, 0, (nn_real)0.5, (nn_real)0.5, 0);
  for (int a = -8; a <= 8; a++)
    for (int b = -8; b <= 8 && count + 9 < most; b++) {
      live_set(1, (nn_real)0.75, (nn_real)0.75, (nn_real)a / 4,
               (nn_real)b / 4);
      numbers[count++] = (double)live_places();
      numbers[count++] = live_separable();
      for (size_t i = 0; i < 9; i += 2)
        numbers[count++] = (double)live_weight(i);
    }
  return count;
}
