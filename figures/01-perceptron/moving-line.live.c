/* The line that moves, live: points to drag, updates to step through, and
 * Novikoff's squeeze beside them. */
#define main chapter_main
#include "../../chapters/01-perceptron/perceptron.c"
#undef main

#include "live.h"

enum {
  POINTS = 60,
  SEED = 1958,
  UPDATES_SHOWN = 2000,
  ROUNDS = 2000
}; /* as the chapter */

static nn_dataset points;
static trail path;
static nn_real along[WEIGHTS]; /* u, of length 1 */

/* The figure's points; where each is, can be changed afterwards. */
LIVE(start) void live_start(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  nn_dataset_free(&points);
  points = with_bias(
      nn_dataset_road(&rng, POINTS, 1, (nn_real)0.3, (nn_real)0.2));
}

LIVE(count) size_t live_count(void) {
  return points.count;
}

LIVE(x) nn_real live_x(size_t i, size_t k) {
  return nn_dataset_input(&points, i)[k];
}

LIVE(y) nn_real live_y(size_t i) {
  return *nn_dataset_target(&points, i);
}

LIVE(move) void live_move(size_t i, nn_real x1, nn_real x2) {
  nn_real *x = nn_dataset_input(&points, i);
  x[0] = x1;
  x[1] = x2;
}

/* u, of nearly the widest margin: from the learned weights on, the example
 * that is nearest to the line pulls it a little away, many times. */
static void find_direction(void) {
  memcpy(along, learned(&path), sizeof along);
  for (int round = 0; round < ROUNDS; round++) {
    size_t nearest = 0;
    nn_real closest = (nn_real)INFINITY;
    for (size_t i = 0; i < points.count; i++) {
      nn_real side =
          live_y(i) * weighted_sum(along, nn_dataset_input(&points, i));
      if (side < closest) {
        closest = side;
        nearest = i;
      }
    }
    correct(along, nn_dataset_input(&points, nearest), live_y(nearest), 1);
  }
  nn_real length = (nn_real)sqrt((double)squared_length(along));
  for (size_t i = 0; i < WEIGHTS; i++) along[i] /= length;
}

/* Trains on the points as they are; returns the number of updates, no more
 * than anybody would step through. */
LIVE(train) size_t live_train(void) {
  path.updates = path.epochs = path.epoch_end[0] = 0;
  path.settled = false;
  memset(path.w[0], 0, sizeof path.w[0]);
  while (!path.settled && path.updates + points.count <= UPDATES_SHOWN) {
    size_t before = path.updates;
    for (size_t i = 0; i < points.count; i++) visit(&path, &points, i, 1);
    path.epoch_end[++path.epochs] = path.updates;
    path.settled = path.updates == before;
  }
  if (path.settled && path.updates) find_direction();
  return path.updates;
}

LIVE(settled) bool live_settled(void) {
  return path.settled;
}

LIVE(weight) nn_real live_weight(size_t k, size_t i) {
  return path.w[k][i];
}

/* Which point caused update k. */
LIVE(cause) size_t live_cause(size_t k) {
  return path.example[k];
}

LIVE(right) size_t live_right(size_t k) {
  return count_right(&points, path.w[k]);
}

/* The length of the weights, and how far they reach along u: between the
 * floor and the ceiling of Novikoff's proof, these squeeze each other. */
LIVE(length) double live_length(size_t k) {
  return sqrt((double)squared_length(path.w[k]));
}

LIVE(progress) double live_progress(size_t k) {
  return (double)weighted_sum(along, path.w[k]);
}

LIVE(radius) double live_radius(void) {
  return sqrt((double)squared_radius(&points));
}

/* The margin of u; negative if training did not come to rest. */
LIVE(gamma) double live_gamma(void) {
  return path.settled && path.updates ? (double)margin(&points, along) : -1;
}

/* The figure as it comes, and with a point dragged into the road. */
size_t live_trace(double *numbers, size_t most) {
  size_t count = 0;
  live_start();
  for (int dragged = 0; dragged < 2; dragged++) {
    if (dragged) live_move(0, (nn_real)0.25, (nn_real)0.125);
    size_t updates = live_train();
    for (size_t k = 0; k <= updates && count + 8 < most; k++) {
      for (size_t i = 0; i < WEIGHTS; i++)
        numbers[count++] = (double)live_weight(k, i);
      numbers[count++] = live_length(k);
      numbers[count++] = live_progress(k);
      numbers[count++] = (double)live_right(k);
    }
    numbers[count++] = live_radius();
    numbers[count++] = live_gamma();
  }
  return count;
}
