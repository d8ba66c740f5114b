/* Two layers are one. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool last_only;                    /* = for += */
  bool forgets_c, forgets_b, adds_b; /* b without v */
  bool transposed, ignores_v, multiplies_c, whole;
} habits;

static void collapse_with(const message *q, message *a, habits h) {
  const double *w = message_values(q, "w"), *b = message_values(q, "b");
  const double *v = message_values(q, "v");
  double c = message_number(q, "c");
  size_t inputs = (size_t)message_number(q, "inputs");
  size_t hidden = message_count(q, "v");
  double *one = message_add(a, "one", NULL, inputs + 1);
  for (size_t i = 0; i < inputs; i++) {
    one[i] = 0;
    for (size_t j = 0; j < hidden; j++) {
      size_t at = h.transposed ? j * inputs + i : i * hidden + j;
      if (h.last_only) one[i] = 0;
      one[i] += w[at] * (h.ignores_v ? 1 : v[j]);
      if (h.whole) one[i] = trunc(one[i]);
    }
  }
  one[inputs] = h.forgets_c ? 0 : c;
  for (size_t j = 0; j < hidden && !h.forgets_b; j++)
    one[inputs] += b[j] * (h.adds_b || h.ignores_v ? 1 : v[j]);
  for (size_t j = 0; j < hidden && h.multiplies_c; j++)
    if (j > 0) one[inputs] += c;
}

static void right(const message *q, message *a) {
  collapse_with(q, a, (habits){0});
}
static void without_c(const message *q, message *a) {
  collapse_with(q, a, (habits){.forgets_c = true});
}
static void without_b(const message *q, message *a) {
  collapse_with(q, a, (habits){.forgets_b = true});
}
static void b_straight(const message *q, message *a) {
  collapse_with(q, a, (habits){.adds_b = true});
}
static void transposed(const message *q, message *a) {
  collapse_with(q, a, (habits){.transposed = true});
}
static void without_v(const message *q, message *a) {
  collapse_with(q, a, (habits){.ignores_v = true});
}
static void without_biases(const message *q, message *a) {
  collapse_with(q, a, (habits){.forgets_c = true, .forgets_b = true});
}
static void last_only(const message *q, message *a) {
  collapse_with(q, a, (habits){.last_only = true});
}
static void c_for_each(const message *q, message *a) {
  collapse_with(q, a, (habits){.multiplies_c = true});
}

static void whole(const message *q, message *a) {
  collapse_with(q, a, (habits){.whole = true});
}

static const misconception known[] = {
    {"output-bias-forgotten", without_c, "sec:linear",
     "The weights are right, and the hidden biases are in, but c is "
     "missing from the bias."},
    {"hidden-bias-forgotten", without_b, "sec:linear",
     "The hidden biases are missing. Each reaches the output through its "
     "neuron's weight: b[j] * v[j]."},
    {"hidden-bias-not-weighted", b_straight, "sec:linear",
     "You add the hidden biases as they are. On their way to the output "
     "they are multiplied as everything else is: b[j] * v[j]."},
    {"no-biases", without_biases, "sec:linear",
     "The weights are right, but the bias is 0. The hidden biases reach the "
     "output too, through v, and c is added to them."},
    {"last-path-only", last_only, "sec:linear",
     "Each weight is that of the last hidden neuron's path only. An input "
     "reaches the output through all of them: add the products up."},
    {"transposed", transposed, "sec:linear",
     "You read w in the other order. The weight from input i to hidden "
     "neuron j is w[i * hidden + j]."},
    {"output-weights-forgotten", without_v, "sec:linear",
     "You add up the hidden neurons without the weights with which they "
     "reach the output. Each path is a product: w times v."},
    {"sum-in-an-int", whole, "sec:linear",
     "Your weights are whole numbers. The sum of the products is kept in an "
     "int, which drops what is behind the point: use a double."},
    {"output-bias-for-each-neuron", c_for_each, "sec:linear",
     "You add c once for every hidden neuron. It belongs to the output, and "
     "there is one output: add it once."},
    {0},
};

/* From -5 to 5, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  double steps = (double)nn_rng_below(rng, 10 * parts + 1);
  return (steps - 5 * (double)parts) / (double)parts;
}

/* Whole numbers first, then thousandths. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t inputs = 1 + nn_rng_below(rng, 4);
  size_t hidden = 1 + nn_rng_below(rng, 4);
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

static void check(grader *g) {
  grader_compare(g,
                 &(comparison){"collapse", 100, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "collapse", 8, "one neuron for two layers", "", check);
  return grader_end(g);
}
