/* A gate by hand: any weights that give the truth table are right. */
#include "grader.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INPUTS_MAX = 3 };

typedef struct {
  const char *function;
  size_t inputs;
  unsigned table; /* bit r: what row r, in counting order, should give */
  bool needs_bias;
} task;

enum { THRESHOLD, OPPOSITE, NO_BIAS, BORDER, SWAPPED };

static const misconception known[] = {
    [THRESHOLD] =
        {"threshold-for-bias", NULL, "sec:vote",
         "With the other sign on the last weight this gate would be "
         "right. A bias is added to the sum: it is minus the "
         "threshold that the inputs have to overcome."},
    [OPPOSITE] =
        {"opposite", NULL, "sec:line",
         "It fires where it should be silent and is silent where it "
         "should fire. Change the sign of all weights, the bias too, "
         "and look out for sums of 0."},
    [NO_BIAS] =
        {"no-bias", NULL, "sec:vote",
         "With a bias of 0 the line goes through the origin, so the "
         "input of zeros always gives the sum 0. This gate needs a "
         "line that does not."},
    [BORDER] =
        {"border", NULL, "sec:vote",
         "An input lies on the line: its sum is exactly 0, and 0 is not "
         "greater than 0, so the neuron is silent there. Move the line "
         "off the corner, between the points that it separates."},
    [SWAPPED] =
        {"swapped", NULL, "sec:vote",
         "With the first two weights exchanged it would be right. w[0] "
         "belongs to the first input, w[1] to the second."},
    {0},
};

static double sum(const task *gate, const double *w, unsigned row) {
  double z = w[gate->inputs];
  for (size_t i = 0; i < gate->inputs; i++)
    if (row >> (gate->inputs - 1 - i) & 1) z += w[i];
  return z;
}

/* The first row with a wrong answer, or the number of rows. `border` is
 * what a sum of 0 gives. */
static unsigned first_wrong(const task *gate, const double *w,
                            bool border) {
  unsigned rows = 1U << gate->inputs, row = 0;
  for (; row < rows; row++) {
    double z = sum(gate, w, row);
    bool fires = z > 0 || (border && z == 0);
    if (fires != (gate->table >> row & 1)) break;
  }
  return row;
}

static bool would_be_right(const task *gate, const double *w, bool border) {
  return first_wrong(gate, w, border) == 1U << gate->inputs;
}

/* Says which change would mend the weights, if one of those known does. */
static void diagnose(grader *g, const task *gate, const double *w) {
  size_t n = gate->inputs;
  double changed[INPUTS_MAX + 1];
  memcpy(changed, w, (n + 1) * sizeof *w);
  changed[n] = -w[n];
  if (w[n] != 0 && would_be_right(gate, changed, false)) {
    grader_name(g, &known[THRESHOLD]);
    return;
  }
  if (would_be_right(gate, w, true) && w[n] != 0) {
    grader_name(g, &known[BORDER]);
    return;
  }
  for (size_t i = 0; i <= n; i++) changed[i] = -w[i];
  if (would_be_right(gate, changed, false) ||
      would_be_right(gate, changed, true)) {
    grader_name(g, &known[OPPOSITE]);
    return;
  }
  memcpy(changed, w, (n + 1) * sizeof *w);
  changed[0] = w[1];
  changed[1] = w[0];
  if (would_be_right(gate, changed, false)) {
    grader_name(g, &known[SWAPPED]);
    return;
  }
  if (w[n] == 0 && gate->needs_bias) grader_name(g, &known[NO_BIAS]);
}

static void say_wrong(grader *g, const task *gate, const double *w,
                      unsigned row) {
  char weights[128] = "", input[32] = "";
  for (size_t i = 0; i <= gate->inputs; i++)
    snprintf(weights + strlen(weights), sizeof weights - strlen(weights),
             "%s%g", i ? ", " : "", w[i]);
  for (size_t i = 0; i < gate->inputs; i++)
    snprintf(input + strlen(input), sizeof input - strlen(input), "%s%u",
             i ? ", " : "", row >> (gate->inputs - 1 - i) & 1);
  bool should = gate->table >> row & 1;
  grader_fail(g,
              "%s gave w = [%s].\nFor the input (%s) the sum is %g, so the "
              "neuron %s. It should %s.",
              gate->function, weights, input, sum(gate, w, row),
              should ? "is silent" : "fires",
              should ? "fire" : "be silent");
}

static void check(grader *g, const task *gate) {
  if (grader_only_listing(g)) return;
  message query, answer;
  message_begin(&query, gate->function);
  if (!grader_ask(g, &query, &answer)) return;

  size_t n = gate->inputs;
  if (!message_find(&answer, "w") || message_count(&answer, "w") != n + 1) {
    grader_fail(g, "%s gave no weights.", gate->function);
    message_free(&answer);
    return;
  }
  const double *w = message_values(&answer, "w");
  size_t i = 0;
  while (i <= n && isfinite(w[i])) i++;
  unsigned wrong = first_wrong(gate, w, false);
  if (i <= n) {
    grader_fail(g,
                "%s left w[%zu] without a number. It has to write all %zu "
                "weights.",
                gate->function, i, n + 1);
  } else if (wrong < 1U << n) {
    say_wrong(g, gate, w, wrong);
    diagnose(g, gate, w);
  }
  message_free(&answer);
}

static void check_nand(grader *g) {
  grader_knows(g, known);
  check(g, &(task){"nand_gate", 2, 0x7, true});
}

static void check_only_first(grader *g) {
  check(g, &(task){"only_first", 2, 0x4, false});
}

static void check_at_least_two(grader *g) {
  check(g, &(task){"at_least_two", 3, 0xe8, true});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "nand_gate", 2, "not both", "", check_nand);
  grader_part(g, "only_first", 2, "the first without the second", "",
              check_only_first);
  grader_part(g, "at_least_two", 2, "two of three", "", check_at_least_two);
  return grader_end(g);
}
