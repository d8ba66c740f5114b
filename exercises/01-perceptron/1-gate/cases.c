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

static const task gates[] = {
    {"nand_gate", 2, 0x7, true},
    {"only_first", 2, 0x4, false},
    {"at_least_two", 3, 0xe8, true},
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

/* The gates that are taken for the one that was asked for. */
static const struct {
  const char *function;
  unsigned table;
  const char *name;
} others[] = {
    {"nand_gate", 0x1, "nor"},
    {"only_first", 0xc, "first-alone"},
    {"only_first", 0xd, "or-not"},
    {"at_least_two", 0x80, "all-three"},
    {"at_least_two", 0xfe, "any-of-three"},
};

/* Says which of these gates the weights are. */
static void name_other_gate(grader *g, const task *gate, const double *w) {
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    task other = {.inputs = gate->inputs, .table = others[i].table};
    if (strcmp(others[i].function, gate->function) == 0 &&
        would_be_right(&other, w, false))
      grader_name(g, others[i].name);
  }
}

/* Says which change would mend the weights, if one of those known does. */
static void diagnose(grader *g, const task *gate, const double *w) {
  size_t n = gate->inputs;
  double changed[INPUTS_MAX + 1];
  memcpy(changed, w, (n + 1) * sizeof *w);
  changed[n] = -w[n];
  if (w[n] != 0 && would_be_right(gate, changed, false)) {
    grader_name(g, "threshold-for-bias");
    return;
  }
  if (would_be_right(gate, w, true) && w[n] != 0) {
    grader_name(g, "border");
    return;
  }
  for (size_t i = 0; i <= n; i++) changed[i] = -w[i];
  if (would_be_right(gate, changed, false) ||
      would_be_right(gate, changed, true)) {
    grader_name(g, "opposite");
    return;
  }
  memcpy(changed, w, (n + 1) * sizeof *w);
  changed[0] = w[1];
  changed[1] = w[0];
  if (would_be_right(gate, changed, false)) {
    grader_name(g, "swapped");
    return;
  }
  for (size_t i = 0; i <= n; i++) changed[i] = w[(i + 1) % (n + 1)];
  if (would_be_right(gate, changed, false))
    grader_name(g, "bias-first");
  else if (w[n] == 0 && gate->needs_bias)
    grader_name(g, "no-bias");
  else
    name_other_gate(g, gate, w);
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
              should ? _("%s gave w = [%s].\nFor the input (%s) the sum is "
                         "%g, so the neuron is silent. It should fire.")
                     : _("%s gave w = [%s].\nFor the input (%s) the sum is "
                         "%g, so the neuron fires. It should be silent."),
              gate->function, weights, input, sum(gate, w, row));
}

static void judge(grader *g, const message *query, const message *answer) {
  const task *gate = gates;
  while (strcmp(gate->function, query->name) != 0) gate++;
  size_t n = gate->inputs;
  if (!message_find(answer, "w") || message_count(answer, "w") != n + 1) {
    grader_fail(g, _("%s gave no weights."), gate->function);
    return;
  }
  const double *w = message_values(answer, "w");
  size_t i = 0;
  while (i <= n && isfinite(w[i])) i++;
  unsigned wrong = first_wrong(gate, w, false);
  if (i <= n) {
    grader_fail(
        g,
        _("%s left w[%zu] without a number. It has to write all %zu "
          "weights."),
        gate->function, i, n + 1);
  } else if (wrong < 1U << n) {
    say_wrong(g, gate, w, wrong);
    diagnose(g, gate, w);
  }
}

const exercise_part exercise_parts[] = {
    {.id = "nand_gate",
     .points = 2,
     .title = "not both",
     .function = "nand_gate",
     .cases = 1,
     .judge = judge},
    {.id = "only_first",
     .points = 2,
     .title = "the first without the second",
     .function = "only_first",
     .cases = 1,
     .judge = judge},
    {.id = "at_least_two",
     .points = 2,
     .title = "two of three",
     .function = "at_least_two",
     .cases = 1,
     .judge = judge},
    {0},
};
