#include "driver.h"
#include "capacity.h"

#include <stdint.h>

/* Where sets come from. BITS: the functions of bits, -1 and +1, in turn.
 * RANDOM: points at random, labelled by the toss of a coin. REPEATED: such
 * points, but only the first half of the inputs is random; each of the
 * others is the sum of two of these. */
typedef enum { BITS, RANDOM, REPEATED } source;

static source from;
static size_t dimensions;
static uint64_t state; /* of the generator; the number of the function */
static labelled_set set;

/* Room for as many points as a set may have. */
static size_t most;
static double *all_x, *all_y;

/* A linear congruential generator of 64 bits. */
static double uniform(double low, double high) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return low + (high - low) * (double)(state >> 11) * 0x1p-53;
}

static void draw_function_of_bits(void) {
  for (size_t p = 0; p < set.points; p++) {
    for (size_t i = 0; i < dimensions; i++)
      set.x[p * dimensions + i] = p >> (dimensions - 1 - i) & 1 ? 1 : -1;
    set.y[p] = state >> p & 1 ? 1 : -1;
  }
  state++;
}

static void draw_points(size_t independent) {
  for (size_t p = 0; p < set.points; p++) {
    double *x = set.x + p * dimensions;
    for (size_t i = 0; i < independent; i++) x[i] = uniform(-1, 1);
    for (size_t i = independent; i < dimensions; i++)
      x[i] = x[i - independent] + x[(i + 1) % independent];
    set.y[p] = uniform(-1, 1) < 0 ? -1 : 1;
  }
}

/* Sets end where the arrays end: what is behind the last point is noticed.
 */
static labelled_set draw(size_t points) {
  size_t count = points < 1 ? 1 : points > most ? most : points;
  set = (labelled_set){.points = count,
                       .inputs = dimensions,
                       .x = all_x + (most - count) * dimensions,
                       .y = all_y + (most - count)};
  if (from == BITS)
    draw_function_of_bits();
  else
    draw_points(from == RANDOM ? dimensions : (dimensions + 1) / 2);
  return set;
}

static void open_source(const message *query, size_t points) {
  from = (source)message_number(query, "source");
  dimensions = (size_t)message_number(query, "inputs");
  state = (uint64_t)message_number(query, "seed");
  most = points;
  all_x = driver_output("x", points * dimensions);
  all_y = driver_output("y", points);
}

static void call_separable_share(const message *query, message *answer) {
  size_t points = (size_t)message_number(query, "points");
  size_t trials = (size_t)message_number(query, "trials");
  open_source(query, points);
  message_add_number(answer, "returned",
                     separable_share(draw, points, trials));
}

static void call_capacity(const message *query, message *answer) {
  open_source(query, POINTS_MAX);
  message_add_number(answer, "returned", (double)capacity(draw));
}

const driver_function driver_functions[] = {
    {"separable_share", call_separable_share},
    {"capacity", call_capacity},
    {0},
};
