#include "driver.h"
#include "noise.h"

#include <math.h>
#include <stdint.h>

/* ---- targets that are given ------------------------------------------*/

static const message *given;
static size_t drawn, drawn_wild;

/* The next of `tame_targets`; evenly spread among them, so that they are a
 * fraction `wild` of all, those of `wild_targets`. Each begins again when
 * it is used up. */
static double next_given(double wild) {
  size_t before = drawn_wild;
  drawn++;
  drawn_wild = (size_t)floor(wild * (double)drawn);
  if (drawn_wild > before) {
    const double *t = message_values(given, "wild_targets");
    return t[before % message_count(given, "wild_targets")];
  }
  const double *t = message_values(given, "tame_targets");
  return t[(drawn - 1 - before) % message_count(given, "tame_targets")];
}

static void call_absolute_over_quadratic(const message *query,
                                         message *answer) {
  given = query;
  drawn = drawn_wild = 0;
  double quotient =
      absolute_over_quadratic(next_given, message_number(query, "wild"),
                              message_number(query, "true_value"),
                              (size_t)message_number(query, "n"),
                              (size_t)message_number(query, "samples"));
  message_add_number(answer, "returned", quotient);
}

/* ---- targets at random -----------------------------------------------*/

typedef enum { NORMAL, UNIFORM } distribution;

static distribution kind;
static double center, times;
static uint64_t state;

/* From 0 to 1, both excluded: a linear congruential generator. */
static double uniform(void) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return ((double)(state >> 12) + 0.5) * 0x1p-52;
}

/* By Box and Muller's formula. */
static double normal(void) {
  double radius = sqrt(-2 * log(uniform()));
  return radius * cos(6.283185307179586 * uniform());
}

static double next_random(double wild) {
  double size = uniform() < wild ? times : 1;
  return center + size * (kind == NORMAL ? normal() : 2 * uniform() - 1);
}

static void call_break_even(const message *query, message *answer) {
  kind = (distribution)message_number(query, "noise");
  times = message_number(query, "times");
  state = (uint64_t)message_number(query, "seed");
  center = message_number(query, "true_value");
  double fraction =
      break_even(next_random, center, (size_t)message_number(query, "n"));
  message_add_number(answer, "returned", fraction);
}

const driver_function driver_functions[] = {
    {"absolute_over_quadratic", call_absolute_over_quadratic},
    {"break_even", call_break_even},
    {0},
};
