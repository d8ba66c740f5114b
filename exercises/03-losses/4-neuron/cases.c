/* One step of Nielsen's neuron. */
#include "cases.h"

static void make_case(nn_rng *rng, size_t i, message *query) {
  double w = between(rng, -2, 2), b = between(rng, -2, 2);
  message_add_number(query, "w", w);
  message_add_number(query, "b", b);
  message_add_number(query, "x", between(rng, 0.5, 3));
  message_add_number(query, "t", (double)(i % 2));
  message_add_number(query, "rate", between(rng, 0.1, 2));
}

/* Sums so large that the neuron hardly learns; a bit it does. */
static const char *const always[] = {
    "step_down(w = 4, b = 0, x = 3, t = 0, rate = 2)",
    "step_down(w = -4, b = 0, x = 3, t = 1, rate = 2)", NULL};

const exercise_part exercise_parts[] = {
    {.id = "step_down",
     .points = 8,
     .title = "a step against the slope",
     .function = "step_down",
     .always = always,
     .cases = 60,
     .make_case = make_case},
    {0},
};
