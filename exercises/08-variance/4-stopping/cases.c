/* Early stopping with patience. */
#include "cases.h"

#include <math.h>

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
    {0},
};
