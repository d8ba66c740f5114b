/* A loss for counts. */
#include "cases.h"

#include <math.h>

/* Few, mostly; none every fourth time, and many now and then. */
static double count(nn_rng *rng, size_t i) {
  if (i % 4 == 1) return 0;
  size_t least = i % 10 == 8 ? 20 : 1;
  return (double)(least + nn_rng_below(rng, 6 * least));
}

/* Far below 0, where e^z is 0 to a double: from -760 to -1e15. */
static double far_below(nn_rng *rng, size_t i) {
  double size = i % 2 ? 1000 : pow(10, 4 + (double)nn_rng_below(rng, 12));
  return -size * between(rng, 0.76, 1);
}

/* From FAR on the loss is huge, or exactly 0, and its slope is neither. */
enum { MODERATE = 40, LARGE = 60, FAR = 70 };

static void make_case(nn_rng *rng, size_t i, message *query) {
  double z = i >= FAR        ? far_below(rng, i)
             : i >= LARGE    ? between(rng, 60, 700)
             : i >= MODERATE ? between(rng, -40, 20)
                             : between(rng, -3, 3);
  message_add_number(query, "z", i == 0 ? 0 : z);
  message_add_number(query, "t", count(rng, i));
}

/* A few counts, or twelve; of one kind now and then: all 0, or all alike.
 */
static void make_counts(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 10 == 6 ? 12 : 1 + nn_rng_below(rng, 6);
  double *t = message_add(query, "t", NULL, n);
  for (size_t k = 0; k < n; k++) t[k] = count(rng, nn_rng_below(rng, 11));
  for (size_t k = 0; k < n; k++)
    t[k] = i % 8 == 3 ? 0 : i % 8 == 5 ? 3 : t[k];
}

static const char *const best_always[] = {
    "best_z(t = [0, 0, 0])", "best_z(t = [0, 0, 1, 0])",
    "best_z(t = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 12, 40])", NULL};

const exercise_part exercise_parts[] = {
    {.id = "loss",
     .points = 4,
     .title = "the loss, for every z",
     .function = "count_loss",
     .cases = FAR + 10,
     .make_case = make_case},
    {.id = "slope",
     .points = 3,
     .title = "its slope",
     .function = "count_slope",
     .cases = FAR + 10,
     .make_case = make_case,
     .derived = true,
     .far_from = FAR,
     .slopes = true},
    {.id = "best",
     .points = 3,
     .title = "where it is least",
     .function = "best_z",
     .always = best_always,
     .cases = 50,
     .make_case = make_counts},
    {0},
};
