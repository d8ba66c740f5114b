/* The slopes of a layer for a batch, BP3 and BP4. */
#include "grader.h"

typedef struct {
  bool overwritten, first_only, averaged, transposed;
  bool weights_overwritten, biases_overwritten, biases_frozen;
  bool first_input; /* the same input in every example */
  double factor;
} habits;

static void slopes_with(const message *q, message *answer, habits h) {
  size_t batch = (size_t)message_number(q, "batch");
  size_t n = message_count(q, "below") / batch;
  size_t m = message_count(q, "delta") / batch;
  const double *below = message_values(q, "below");
  const double *delta = message_values(q, "delta");
  double *dw = message_add(answer, "dw", NULL, n * m);
  double *db = message_add(answer, "db", NULL, m);
  double factor = h.factor != 0 ? h.factor : 1;
  if (h.averaged) factor /= (double)batch;
  for (size_t k = 0; k < n * m; k++) dw[k] = 0;
  for (size_t j = 0; j < m; j++) db[j] = 0;

  for (size_t r = 0; r < batch; r++)
    for (size_t j = 0; j < m; j++) {
      double d = delta[r * m + j] * factor;
      if (h.first_only && r > 0) continue;
      if (h.overwritten || h.biases_overwritten) db[j] = 0;
      db[j] += h.biases_frozen ? 0 : d;
      for (size_t i = 0; i < n; i++) {
        size_t at = h.transposed ? j * n + i : i * m + j;
        if (h.overwritten || h.weights_overwritten) dw[at] = 0;
        dw[at] += below[(h.first_input ? 0 : r) * n + i] * d;
      }
    }
}

static void right(const message *q, message *a) {
  slopes_with(q, a, (habits){0});
}
static void overwritten(const message *q, message *a) {
  slopes_with(q, a, (habits){.overwritten = true});
}
static void weights_overwritten(const message *q, message *a) {
  slopes_with(q, a, (habits){.weights_overwritten = true});
}
static void biases_overwritten(const message *q, message *a) {
  slopes_with(q, a, (habits){.biases_overwritten = true});
}
static void first_only(const message *q, message *a) {
  slopes_with(q, a, (habits){.first_only = true});
}
static void averaged(const message *q, message *a) {
  slopes_with(q, a, (habits){.averaged = true});
}
static void transposed(const message *q, message *a) {
  slopes_with(q, a, (habits){.transposed = true});
}
static void frozen(const message *q, message *a) {
  slopes_with(q, a, (habits){.biases_frozen = true});
}
static void first_input(const message *q, message *a) {
  slopes_with(q, a, (habits){.first_input = true});
}
static void negative(const message *q, message *a) {
  slopes_with(q, a, (habits){.factor = -1});
}

static const misconception known[] = {
    {"overwritten", overwritten, "sec:matrices",
     "Your slopes are those of the last example: each one overwrites those "
     "before. All examples share the weights, so their slopes add."},
    {"weights-overwritten", weights_overwritten, "sec:matrices",
     "The biases are right, but of the weights' slopes only the last "
     "example's are left. They have to be added too."},
    {"biases-overwritten", biases_overwritten, "sec:matrices",
     "The weights are right, but of the biases' slopes only the last "
     "example's are left. They have to be added too."},
    {"first-example-only", first_only, "sec:matrices",
     "Your slopes are those of the first example. Where do the others come "
     "in?"},
    {"averaged-twice", averaged, "sec:matrices",
     "You divide by the batch. That 1/batch is in delta already; dividing "
     "again makes every step too short by that factor."},
    {"transposed", transposed, "sec:matrices",
     "Your dw has rows and columns exchanged. A slope has the shape of what "
     "it is the slope by: the one by the weight from i to j is "
     "dw[i * m + j]."},
    {"biases-frozen", frozen, "sec:four",
     "The weights are right, but the biases get no slope. By BP3 a bias's "
     "slope is delta, added over the batch."},
    {"stale-inputs", first_input, "sec:matrices",
     "You multiply every example's delta by the inputs of the first. Delta "
     "and what came in must be of the same example."},
    {"sign", negative, "sec:four",
     "All slopes have the wrong sign. The minus belongs to the step, not to "
     "the slope."},
    {0},
};

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t batch = 1 + i % 4, n = 1 + i / 4 % 3, m = 1 + i / 12 % 3;
  double *below = message_add(query, "below", NULL, batch * n);
  double *delta = message_add(query, "delta", NULL, batch * m);
  for (size_t k = 0; k < batch * n; k++) below[k] = between(rng, -2, 2);
  for (size_t k = 0; k < batch * m; k++) delta[k] = between(rng, -1, 1);
  message_add_number(query, "batch", (double)batch);
}

static void check(grader *g) {
  grader_compare_gradient(
      g, &(comparison){"layer_slopes", 72, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "slopes", 8, "the slopes of a layer", "", check);
  return grader_end(g);
}
