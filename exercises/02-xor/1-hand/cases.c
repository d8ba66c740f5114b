/* Two layers by hand: any weights that give the truth table are right. */
#include "grader.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HIDDEN = 2, WEIGHTS_MAX = 11 };

typedef struct {
  const char *function;
  size_t inputs;
  unsigned table; /* bit r: what row r, in counting order, should give */
} task;

static const task tasks[] = {{"same", 2, 0x9}, {"one_of_three", 3, 0x16}};

/* What a network of steps does with a row of the truth table. `border` is
 * what a sum of 0 gives. */
typedef struct {
  bool hidden[HIDDEN], fires;
} states;

static states run_row(const task *t, const double *w, unsigned row,
                      bool border) {
  const double *bias = w + t->inputs * HIDDEN, *out = bias + HIDDEN;
  states s = {0};
  double z = out[HIDDEN];
  for (size_t h = 0; h < HIDDEN; h++) {
    double sum = bias[h];
    for (size_t i = 0; i < t->inputs; i++)
      if (row >> (t->inputs - 1 - i) & 1) sum += w[i * HIDDEN + h];
    s.hidden[h] = sum > 0 || (border && sum == 0);
    if (s.hidden[h]) z += out[h];
  }
  s.fires = z > 0 || (border && z == 0);
  return s;
}

/* The first row whose answer is not that of the table, or, with `flip`,
 * its opposite; the number of rows if there is none. */
static unsigned first_wrong(const task *t, const double *w, bool border,
                            bool flip) {
  unsigned rows = 1U << t->inputs, row = 0;
  for (; row < rows; row++) {
    bool wanted = (t->table >> row & 1) != flip;
    if (run_row(t, w, row, border).fires != wanted) break;
  }
  return row;
}

static bool is_right(const task *t, const double *w, bool border,
                     bool flip) {
  return first_wrong(t, w, border, flip) == 1U << t->inputs;
}

static bool hidden_agree(const task *t, const double *w) {
  for (unsigned row = 0; row < 1U << t->inputs; row++) {
    states s = run_row(t, w, row, false);
    if (s.hidden[0] != s.hidden[1]) return false;
  }
  return true;
}

/* With the biases behind the weights that they belong to? */
static bool would_be_right_reordered(const task *t, const double *w) {
  size_t biases = t->inputs * HIDDEN;
  for (unsigned way = 1; way < 4; way++) {
    double changed[WEIGHTS_MAX];
    memcpy(changed, w, (biases + 5) * sizeof *w);
    if (way & 1) {
      memcpy(changed, w + HIDDEN, biases * sizeof *w);
      memcpy(changed + biases, w, HIDDEN * sizeof *w);
    }
    if (way & 2) {
      memcpy(changed + biases + 2, w + biases + 3, HIDDEN * sizeof *w);
      changed[biases + 4] = w[biases + 2];
    }
    if (is_right(t, changed, false, false)) return true;
  }
  return false;
}

/* Is there an output neuron to which these hidden ones say enough? */
static bool hidden_would_do(const task *t, const double *w) {
  double changed[WEIGHTS_MAX], *out = changed + (t->inputs + 1) * HIDDEN;
  memcpy(changed, w, (t->inputs * HIDDEN + 5) * sizeof *w);
  for (out[0] = -1; out[0] <= 1; out[0]++)
    for (out[1] = -1; out[1] <= 1; out[1]++)
      for (out[2] = -1.5; out[2] <= 1.5; out[2]++)
        if (is_right(t, changed, false, false)) return true;
  return false;
}

/* Is all right but for the bias of one hidden neuron? */
static bool one_bias_would_mend(const task *t, const double *w) {
  for (size_t h = 0; h < HIDDEN; h++) {
    double changed[WEIGHTS_MAX], *bias = changed + t->inputs * HIDDEN + h;
    memcpy(changed, w, (t->inputs * HIDDEN + 5) * sizeof *w);
    for (*bias = -3.5; *bias <= 3.5; *bias += 1)
      if (is_right(t, changed, false, false)) return true;
  }
  return false;
}

/* Says which change would mend the weights, if one of those known does. */
static void diagnose(grader *g, const task *t, const double *w) {
  size_t n = t->inputs, biases = n * HIDDEN;
  double changed[WEIGHTS_MAX];
  memcpy(changed, w, (biases + 5) * sizeof *w);
  changed[biases] *= -1;
  changed[biases + 1] *= -1;
  changed[biases + 4] *= -1;
  if (is_right(t, changed, false, false)) {
    grader_name(g, "threshold-for-bias");
    return;
  }
  memcpy(changed, w, (biases + 5) * sizeof *w);
  for (size_t h = 0; h < HIDDEN; h++)
    for (size_t i = 0; i < n; i++) changed[i * HIDDEN + h] = w[h * n + i];
  if (is_right(t, changed, false, false))
    grader_name(g, "neuron-by-neuron");
  else if (is_right(t, w, true, false))
    grader_name(g, "border");
  else if (is_right(t, w, false, true))
    grader_name(g, "opposite");
  else if (hidden_agree(t, w))
    grader_name(g, "one-line");
  else if (would_be_right_reordered(t, w))
    grader_name(g, "biases-first");
  else if (hidden_would_do(t, w))
    grader_name(g, "output-asks-otherwise");
  else if (one_bias_would_mend(t, w))
    grader_name(g, "one-border-misplaced");
}

static void say_wrong(grader *g, const task *t, const double *w,
                      unsigned row) {
  char weights[256] = "", input[32] = "";
  for (size_t i = 0; i < t->inputs * HIDDEN + 5; i++)
    snprintf(weights + strlen(weights), sizeof weights - strlen(weights),
             "%s%g", i ? ", " : "", w[i]);
  for (size_t i = 0; i < t->inputs; i++)
    snprintf(input + strlen(input), sizeof input - strlen(input), "%s%u",
             i ? ", " : "", row >> (t->inputs - 1 - i) & 1);
  states s = run_row(t, w, row, false);
  grader_fail(
      g,
      s.fires ? _("%s gave w = [%s].\nFor the input (%s) h1 %s, h2 %s, and "
                  "the output fires. It should be silent.")
              : _("%s gave w = [%s].\nFor the input (%s) h1 %s, h2 %s, and "
                  "the output is silent. It should fire."),
      t->function, weights, input,
      s.hidden[0] ? _("fires") : _("is silent"),
      s.hidden[1] ? _("fires") : _("is silent"));
}

static void judge(grader *g, const message *query, const message *answer) {
  const task *t = tasks;
  while (strcmp(t->function, query->name) != 0) t++;
  size_t count = t->inputs * HIDDEN + 5, i = 0;
  if (!message_find(answer, "w") || message_count(answer, "w") != count) {
    grader_fail(g, _("%s gave no weights."), t->function);
    return;
  }
  const double *w = message_values(answer, "w");
  while (i < count && isfinite(w[i])) i++;
  if (i < count) {
    grader_fail(
        g,
        _("%s left w[%zu] without a number. It has to write all %zu "
          "weights."),
        t->function, i, count);
  } else if (!is_right(t, w, false, false)) {
    say_wrong(g, t, w, first_wrong(t, w, false, false));
    diagnose(g, t, w);
  }
}

const exercise_part exercise_parts[] = {
    {.id = "same",
     .points = 4,
     .title = "both inputs are equal",
     .function = "same",
     .cases = 1,
     .judge = judge},
    {.id = "one_of_three",
     .points = 4,
     .title = "exactly one of three",
     .function = "one_of_three",
     .cases = 1,
     .judge = judge},
    {0},
};
