/* Early stopping with patience, of errors and of a network. */
#include "cases.h"

#include <math.h>
#include <nn/dataset.h>

/* Down, then up, and uneven; in steps of 1/4, of very small or of large
 * errors, so that some are equal. The last ones are long and patient. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  bool patient = i / 20 == 7;
  size_t epochs = 1 + i % 20 + (patient ? 20 : 0);
  double *v = message_add(query, "validation", NULL, epochs);
  double size = i % 5 == 4 ? 1000 : i % 5 == 3 ? 0x1p-40 : 1;
  double turn = between(rng, 0, 20), rough = between(rng, 2, 8);
  for (size_t k = 0; k < epochs; k++) {
    double smooth = fabs((double)k - turn) / 2;
    v[k] = size * floor(4 + 2 * smooth + between(rng, 0, rough)) / 4;
  }
  message_add_number(query, "patience",
                     patient ? 12 : (double)(1 + i / 20 % 5));
}

/* Two moons, of which some points have the wrong label: those are what a
 * network had better not learn. */
static void add_moons(nn_rng *rng, message *query, const char *x,
                      const char *t, size_t count) {
  nn_dataset moons = nn_dataset_moons(rng, count, 0.3);
  message_add(query, x, moons.x, count * moons.inputs);
  double *label = message_add(query, t, moons.t, count);
  for (size_t e = 0; e < count; e++)
    if (nn_rng_below(rng, 4) == 0) label[e] = 1 - label[e];
  nn_dataset_free(&moons);
}

/* One neuron, or a hidden layer before it. In every fourth case there is a
 * single validation example, and most epochs are ties. The last ones are
 * long and patient. */
static void make_training(nn_rng *rng, size_t i, message *query) {
  enum { HIDDEN = 4 };
  bool hidden = i % 3 != 0, patient = i >= 60;
  size_t params = hidden ? 4 * HIDDEN + 1 : 3;
  double *width = message_add(query, "width", NULL, hidden ? 3 : 2);
  width[0] = 2;
  if (hidden) width[1] = HIDDEN;
  width[hidden ? 2 : 1] = 1;
  double *p = message_add(query, "params", NULL, params);
  for (size_t k = 0; k < params; k++) p[k] = between(rng, -1.5, 1.5);
  message_add_number(query, "learning_rate", between(rng, 0.1, 0.6));
  add_moons(rng, query, "x", "t", 4 + i % 7);
  add_moons(rng, query, "held_x", "held_t", i % 4 == 3 ? 1 : 5 + i % 9);
  message_add_number(query, "epochs", patient ? 40 : (double)(1 + i % 20));
  message_add_number(query, "patience",
                     patient ? 12 : (double)(1 + i / 2 % 5));
}

const exercise_part exercise_parts[] = {
    {.id = "ran",
     .points = 5,
     .title = "when it stops",
     .function = "stop_early",
     .cases = 160,
     .make_case = make_case,
     .fields = "ran"},
    {.id = "kept",
     .points = 5,
     .title = "what is kept",
     .needs = "ran",
     .function = "stop_early",
     .cases = 160,
     .make_case = make_case,
     .fields = "returned"},
    {.id = "training",
     .points = 5,
     .title = "when training stops",
     .needs = "ran kept",
     .function = "train_early",
     .cases = 70,
     .make_case = make_training,
     .fields = "ran returned"},
    {.id = "weights",
     .points = 3,
     .title = "the weights that are left",
     .needs = "training",
     .function = "train_early",
     .cases = 70,
     .make_case = make_training,
     .fields = "params"},
    {0},
};
