/* Is there a line? */
#include "cases.h"

enum { INPUTS_MAX = 4, EPOCHS_MAX = 400 };

static double digit(size_t row, size_t i, size_t n) {
  return i == n ? 1 : (double)(row >> (n - 1 - i) & 1);
}

/* Functions of 1 to 4 bits: half of them thresholds, which are separable
 * and may take long, half of them at random. Fixed are XOR
 * and "the first two bits or the last two": more ones never silence it, and
 * there is no line all the same. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = i < 8 ? 1 + i % 2 : 3 + i % 2;
  double w[INPUTS_MAX + 1];
  for (size_t k = 0; k <= n; k++) w[k] = (double)nn_rng_below(rng, 9) - 4;
  w[n] += 0.5;
  double *y = message_add(query, "y", NULL, (size_t)1 << n);
  for (size_t row = 0; row < (size_t)1 << n; row++) {
    double z = 0;
    for (size_t k = 0; k <= n; k++) z += w[k] * digit(row, k, n);
    bool fires = i / 2 % 2 ? nn_rng_below(rng, 2) > 0 : z > 0;
    if (i == 3) fires = row == 1 || row == 2;
    if (i == 9) fires = row >= 12 || row % 4 == 3;
    y[row] = fires ? 1 : -1;
  }
  message_add_number(query, "n", (double)n);
}

/* No line, but the weights come back to where they started; the parity of
 * three bits; and the function of four that takes most epochs, 53. */
static const char *const always[] = {
    "separable(y = [-1, 1, -1, 1, -1, 1, 1, -1, -1, 1, 1, -1, 1, -1, 1, -1],"
    " n = 4)",
    "separable(y = [-1, 1, 1, -1, 1, -1, -1, 1], n = 3)",
    "separable(y = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],"
    " n = 4)",
    NULL};

const exercise_part exercise_parts[] = {
    {.id = "separable",
     .points = 10,
     .title = "says whether there is a line",
     .function = "separable",
     .always = always,
     .cases = 400,
     .make_case = make_case},
    {0},
};
