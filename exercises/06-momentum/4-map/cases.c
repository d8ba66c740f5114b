/* What a heavy ball does in a bowl. */
#include "cases.h"

#include <math.h>

/* As the header has them. */
typedef enum { CREEPS, SPIRALS, FLIPS, DIVERGES, MANNERS } manner;

static double squared(double x) {
  return x * x;
}

/* All regions in turn, in the middle and near the borders. Every fourth
 * time around there is no momentum, but for the spirals, which are then
 * beyond what plain descent can do. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  manner wanted = (manner)(i % MANNERS);
  bool special = i / MANNERS % 4 == 3;
  double beta = between(rng, 0.05, 0.95), at = between(rng, 0.1, 0.9);
  if (i / MANNERS % 3 == 1) at = between(rng, 0.01, 0.03);
  if (i / MANNERS % 3 == 2) at = between(rng, 0.97, 0.99);
  if (special) beta = wanted == SPIRALS ? between(rng, 0.4, 0.9) : 0;
  double s = sqrt(beta);
  const double borders[] = {0, squared(1 - s), squared(1 + s), 2 + 2 * beta,
                            3 + 3 * beta};
  double low = borders[wanted], high = borders[wanted + 1];
  if (special && wanted == SPIRALS) low = 2, high = 2 + beta;
  message_add_number(query, "h", low + (high - low) * at);
  message_add_number(query, "beta", beta);
}

/* Between borders that are computed in different wrong ways. */
static const char *const behaviour_always[] = {
    "behaviour(h = 0.65, beta = 0.25)", "behaviour(h = 1.65, beta = 0.25)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "radius",
     .points = 7,
     .title = "the larger root",
     .function = "spectral_radius",
     .cases = 64,
     .make_case = make_case},
    {.id = "behaviour",
     .points = 5,
     .title = "creeps, spirals, flips",
     .function = "behaviour",
     .always = behaviour_always,
     .cases = 64,
     .make_case = make_case},
    {0},
};
