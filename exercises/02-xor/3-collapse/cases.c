/* Two layers are one. */
#include "cases.h"

/* From -5 to 5, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  double steps = (double)nn_rng_below(rng, 10 * parts + 1);
  return (steps - 5 * (double)parts) / (double)parts;
}

/* Whole numbers first, then thousandths. Some have twelve hidden neurons,
 * some twelve inputs. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t inputs = 1 + nn_rng_below(rng, 4);
  size_t hidden = 1 + nn_rng_below(rng, 4);
  if (i % 10 == 6) inputs = 12;
  if (i % 10 == 8) hidden = 12;
  size_t parts = i < 3 ? 1 : 1000;
  double *w = message_add(query, "w", NULL, inputs * hidden);
  double *b = message_add(query, "b", NULL, hidden);
  double *v = message_add(query, "v", NULL, hidden);
  for (size_t k = 0; k < inputs * hidden; k++) w[k] = small(rng, parts);
  for (size_t j = 0; j < hidden; j++) {
    b[j] = small(rng, parts);
    v[j] = small(rng, parts);
  }
  message_add_number(query, "c", small(rng, parts));
  message_add_number(query, "inputs", (double)inputs);
}

const exercise_part exercise_parts[] = {
    {.id = "collapse",
     .points = 8,
     .title = "one neuron for two layers",
     .function = "collapse",
     .cases = 100,
     .make_case = make_case},
    {0},
};
