/* Bias, variance and error of many fits. */
#include "cases.h"

/* Fits that are off by the same at each point, and by luck. */
static void make_fits(nn_rng *rng, size_t i, message *query) {
  size_t count = i % 5 == 4 ? 12 : 2 + i % 5;
  size_t points = i % 20 == 19 ? 12 : 1 + i / 5 % 4;
  double *fits = message_add(query, "fits", NULL, count * points);
  message_add_number(query, "count", (double)count);
  double *truth = message_add(query, "truth", NULL, points);
  for (size_t k = 0; k < points; k++) {
    truth[k] = between(rng, -2, 2);
    double off = between(rng, -1.5, 1.5);
    for (size_t l = 0; l < count; l++)
      fits[l * points + k] = truth[k] + off + between(rng, -2, 2);
  }
}

static void make_parts(nn_rng *rng, size_t i, message *query) {
  double b = between(rng, 0.1, 2), v = between(rng, 0.1, 2);
  message_add_number(query, "bias2", b);
  message_add_number(query, "variance", v);
  message_add_number(query, "error", b + v);
  message_add_number(query, "sigma", i == 0 ? 0 : between(rng, 0.1, 3));
}

const exercise_part exercise_parts[] = {
    {.id = "bias",
     .points = 4,
     .title = "the square of the bias",
     .function = "decompose",
     .cases = 40,
     .make_case = make_fits,
     .fields = "bias2"},
    {.id = "variance",
     .points = 4,
     .title = "the variance",
     .function = "decompose",
     .cases = 40,
     .make_case = make_fits,
     .fields = "variance"},
    {.id = "error",
     .points = 2,
     .title = "the error",
     .needs = "bias variance",
     .function = "decompose",
     .cases = 40,
     .make_case = make_fits,
     .fields = "error"},
    {.id = "noise",
     .points = 2,
     .title = "on noisy targets",
     .function = "error_with_noise",
     .cases = 30,
     .make_case = make_parts},
    {0},
};
