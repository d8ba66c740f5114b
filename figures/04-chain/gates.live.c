/* The gates of a neuron, live: forward and backward one gate at a time,
 * with the reader's numbers. */
#define main chapter_main
#include "../../chapters/04-chain/chain.c"
#undef main

#include "live.h"

static gate gates[GATES];

/* Is anything computed here, or was the number given? */
static bool computes(size_t i) {
  return gates[i].from[0];
}

/* Both ways have as many steps as there are gates that compute. */
LIVE(one_way) size_t live_one_way(void) {
  size_t count = 0;
  for (size_t i = 0; i < GATES; i++) count += computes(i);
  return count;
}

/* The gates after so many steps: first each computes its value, from the
 * first to the last, then each sends its slope back, from the last to the
 * first. Returns the gate of the last step, or GATES before the first. */
LIVE(after)
size_t live_after(size_t steps, nn_real w, nn_real x, nn_real b,
                  nn_real t) {
  compute(gates, w, x, b, t);
  size_t current = GATES, done = 0;
  for (size_t i = 0; i < GATES; i++)
    if (computes(i) && done < steps) {
      current = i;
      done++;
    }
  if (done == steps) return current;
  gates[COST].slope = 1;
  for (size_t i = GATES; i-- > 0;)
    if (computes(i) && done < steps) {
      send_back(&gates[i]);
      current = i;
      done++;
    }
  return current;
}

LIVE(value) nn_real live_value(size_t i) {
  return gates[i].value;
}

LIVE(slope) nn_real live_slope(size_t i) {
  return gates[i].slope;
}

/* From which gate the k-th input of gate i comes, or GATES if it has none,
 * and gate i's own slope with respect to it. */
LIVE(from) size_t live_from(size_t i, size_t k) {
  return gates[i].from[k] ? (size_t)(gates[i].from[k] - gates) : GATES;
}

LIVE(local) nn_real live_local(size_t i, size_t k) {
  return gates[i].local[k];
}

size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  for (int start = -3; start <= 3; start++)
    for (size_t steps = 0; steps <= 12; steps++) {
      live_after(steps, (nn_real)start / 2, 1, (nn_real)-0.5, 1);
      for (size_t i = 0; i < GATES && count + 2 < most; i++) {
        numbers[count++] = (double)live_value(i);
        numbers[count++] = (double)live_slope(i);
      }
    }
  return count;
}
