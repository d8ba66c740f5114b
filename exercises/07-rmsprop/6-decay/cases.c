/* Two kinds of weight decay in Adam, training by them, and what they do to
 * a weight. */
#include "cases.h"

#include <nn/dataset.h>

/* In every seventh case gradients are as small as epsilon; decay is 0
 * there, which would be far larger. Some weights are 0 and have never had
 * any gradient. */
static void make_step(nn_rng *rng, size_t i, message *query) {
  size_t n = i % 8 == 7 ? 12 : 1 + i % 4;
  bool tiny = i % 7 == 3;
  double t = i % 3 == 0 ? 1 : 2 + (double)nn_rng_below(rng, 12);
  double size = tiny ? 1e-8 : i % 5 == 4 ? 10 : 1;
  if (i % 10 == 8) t = 500;
  double *w = message_add(query, "w", NULL, n);
  double *m = message_add(query, "m", NULL, n);
  double *s = message_add(query, "s", NULL, n);
  message_add_number(query, "t", t);
  double *g = message_add(query, "g", NULL, n);
  for (size_t k = 0; k < n; k++) {
    bool asleep = (i + k) % 9 == 5;
    w[k] = asleep ? 0 : between(rng, -2, 2);
    m[k] = t > 1 && !asleep ? size * between(rng, -0.5, 0.5) : 0;
    s[k] = t > 1 && !asleep ? size * size * between(rng, 0.05, 0.5) : 0;
    g[k] = asleep || (i + k) % 11 == 7 ? 0 : size * between(rng, -1, 1);
  }
  message_add_number(query, "learning_rate", between(rng, 0.1, 1));
  message_add_number(query, "decay",
                     tiny || i % 9 == 8 ? 0 : between(rng, 0.1, 1.5));
}

/* Two moons, in batches that go round more than once, for networks of one
 * to three layers; last, no step at all. */
enum { TRAININGS = 20 };

static void make_training(nn_rng *rng, size_t i, message *query) {
  size_t depth = 1 + i % 3, batch = 1 + i % 4, batches = 1 + (i + 1) % 4;
  size_t count = batch * batches, params = 0;
  message_add_number(query, "step", (double)(i / 2 % 2));
  double *width = message_add(query, "width", NULL, depth + 1);
  for (size_t l = 0; l <= depth; l++)
    width[l] = l == 0      ? 2
               : l < depth ? (double)(2 + nn_rng_below(rng, 3))
                           : 1;
  for (size_t l = 0; l < depth; l++)
    params += (size_t)((width[l] + 1) * width[l + 1]);
  double *p = message_add(query, "params", NULL, params);
  for (size_t k = 0; k < params; k++) p[k] = between(rng, -1.5, 1.5);
  nn_dataset data = nn_dataset_moons(rng, count, 0.2);
  message_add(query, "x", data.x, count * data.inputs);
  message_add(query, "t", data.t, count);
  nn_dataset_free(&data);
  message_add_number(query, "batch", (double)batch);
  message_add_number(query, "steps",
                     i + 1 == TRAININGS ? 0 : (double)(1 + 5 * i % 12));
  message_add_number(query, "learning_rate", between(rng, 0.02, 0.2));
  message_add_number(query, "decay", between(rng, 0.1, 1));
}

static void make_left(nn_rng *rng, size_t i, message *query) {
  static const double sizes[] = {1, 10, 0.1, 100};
  message_add_number(query, "step", (double)(i % 2));
  message_add_number(query, "size", sizes[i / 2 % 4]);
  message_add_number(query, "steps", i < 8 ? 100 : (double)(i - 8));
  message_add_number(query, "learning_rate", between(rng, 0.005, 0.02));
  message_add_number(query, "decay", between(rng, 0.5, 1.5));
}

const exercise_part exercise_parts[] = {
    {.id = "l2",
     .points = 4,
     .title = "decay inside",
     .function = "adam_l2_step",
     .cases = 84,
     .make_case = make_step},
    {.id = "adamw",
     .points = 4,
     .title = "decay outside",
     .function = "adamw_step",
     .cases = 84,
     .make_case = make_step},
    {.id = "train",
     .points = 6,
     .title = "training by either",
     .needs = "l2 adamw",
     .function = "train",
     .cases = TRAININGS,
     .make_case = make_training},
    {.id = "left",
     .points = 3,
     .title = "what is left of a weight",
     .needs = "l2 adamw",
     .function = "left",
     .cases = 20,
     .make_case = make_left},
    {0},
};
