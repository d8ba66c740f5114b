/* Past the hidden layer. */
#include "grader.h"

typedef struct {
  bool no_skips, no_step, no_hidden_bias, no_output_bias, at_zero;
  bool no_last_step; /* hands on its sum */
  bool plus_minus;   /* the hidden neuron answers +1 or -1 */
  bool hidden_skips; /* takes the hidden weights for the skips */
} habits;

static double dot(const double *a, const double *b, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

static double step(double z, habits h) {
  return z > 0 || (h.at_zero && z == 0) ? 1 : 0;
}

static void answer_with(const message *q, message *a, habits h) {
  const double *x = message_values(q, "x");
  const double *u = message_values(q, "to_hidden");
  const double *s = message_values(q, "to_output");
  size_t n = message_count(q, "x");
  double hidden = dot(u, x, n);
  if (!h.no_hidden_bias) hidden += message_number(q, "hidden_bias");
  if (!h.no_step) hidden = step(hidden, h);
  if (h.plus_minus) hidden = 2 * hidden - 1;
  double z = message_number(q, "from_hidden") * hidden;
  if (!h.no_output_bias) z += message_number(q, "output_bias");
  if (!h.no_skips) z += dot(h.hidden_skips ? u : s, x, n);
  message_add_number(a, "returned", h.no_last_step ? z : step(z, h));
}

static void right(const message *q, message *a) {
  answer_with(q, a, (habits){0});
}
static void no_skips(const message *q, message *a) {
  answer_with(q, a, (habits){.no_skips = true});
}
static void no_step(const message *q, message *a) {
  answer_with(q, a, (habits){.no_step = true});
}
static void no_hidden_bias(const message *q, message *a) {
  answer_with(q, a, (habits){.no_hidden_bias = true});
}
static void no_output_bias(const message *q, message *a) {
  answer_with(q, a, (habits){.no_output_bias = true});
}
static void at_zero(const message *q, message *a) {
  answer_with(q, a, (habits){.at_zero = true});
}
static void no_last_step(const message *q, message *a) {
  answer_with(q, a, (habits){.no_last_step = true});
}
static void plus_minus(const message *q, message *a) {
  answer_with(q, a, (habits){.plus_minus = true});
}
static void hidden_skips(const message *q, message *a) {
  answer_with(q, a, (habits){.hidden_skips = true});
}

static const misconception known[] = {
    {"skips-forgotten", no_skips, "sec:skips",
     "Your output sees the hidden neuron only. The inputs reach it as well, "
     "past the hidden layer, with weights of their own."},
    {"hidden-without-step", no_step, "sec:linear",
     "Your hidden neuron hands on its sum. Without its step the two layers "
     "are one linear neuron: hand on 1 or 0."},
    {"hidden-bias-forgotten", no_hidden_bias, "sec:vote",
     "The hidden neuron's bias is missing from its sum."},
    {"output-bias-forgotten", no_output_bias, "sec:vote",
     "The output's bias is missing from its sum."},
    {"fires-at-zero", at_zero, "sec:vote",
     "A neuron fires if its sum is greater than 0. At exactly 0 it is "
     "silent, the hidden one too."},
    {"output-without-step", no_last_step, "sec:skips",
     "You return the output's sum. The output neuron steps as well: 1 if its "
     "sum is greater than 0, else 0."},
    {"plus-and-minus-one", plus_minus, "sec:vote",
     "Your hidden neuron answers +1 or -1. That was how the targets were "
     "written; a neuron that steps answers 1 or 0."},
    {"one-set-of-weights", hidden_skips, "sec:skips",
     "You use the hidden neuron's weights for the skip connections. Every "
     "connection has a weight of its own: these are in to_output."},
    {0},
};

/* From -2 to 2, in steps of 1 / parts. */
static double small(nn_rng *rng, size_t parts) {
  return (double)nn_rng_below(rng, 4 * parts + 1) / (double)parts - 2;
}

static void fill(nn_rng *rng, message *query, const char *name, size_t n,
                 size_t parts) {
  double *values = message_add(query, name, NULL, n);
  for (size_t i = 0; i < n; i++) values[i] = small(rng, parts);
}

/* Small whole numbers, so that sums of exactly 0 are common and every
 * bias counts; halves in every third case, which are 0 to an int. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + nn_rng_below(rng, 3);
  size_t parts = i % 3 == 2 ? 2 : 1;
  double *x = message_add(query, "x", NULL, n);
  for (size_t k = 0; k < n; k++) x[k] = (double)nn_rng_below(rng, 2);
  fill(rng, query, "to_hidden", n, parts);
  fill(rng, query, "to_output", n, parts);
  message_add_number(query, "hidden_bias", small(rng, parts));
  message_add_number(query, "from_hidden", small(rng, parts));
  message_add_number(query, "output_bias", small(rng, parts));
}

static void check(grader *g) {
  grader_compare(g, &(comparison){"answer", 200, make_case, right, known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "answer", 8, "the answer of a network with skips", "",
              check);
  return grader_end(g);
}
