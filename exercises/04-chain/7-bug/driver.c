#include "driver.h"
#include "bug.h"

#include <math.h>

enum { INPUTS = 3, HIDDEN = 4, OUTPUTS = 2, NUMBERS = 26, EXAMPLES = 3 };

/* The examples, and how the gradient is broken. */
static const double *x, *t;
static int broken_group;
static defect broken;
static double factor;

static double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

static void forward(const double *w, const double *in, double *h,
                    double *y) {
  for (int j = 0; j < HIDDEN; j++) {
    double z = w[12 + j];
    for (int i = 0; i < INPUTS; i++) z += in[i] * w[i * HIDDEN + j];
    h[j] = sigmoid(z);
  }
  for (int k = 0; k < OUTPUTS; k++) {
    double z = w[24 + k];
    for (int j = 0; j < HIDDEN; j++) z += h[j] * w[16 + j * OUTPUTS + k];
    y[k] = sigmoid(z);
  }
}

static double loss(const double *w) {
  double sum = 0, h[HIDDEN], y[OUTPUTS];
  for (int e = 0; e < EXAMPLES; e++) {
    forward(w, x + e * INPUTS, h, y);
    for (int k = 0; k < OUTPUTS; k++) {
      double error = y[k] - t[e * OUTPUTS + k];
      sum += error * error / 2;
    }
  }
  return sum;
}

static void right_gradient(const double *w, double *g) {
  for (int p = 0; p < NUMBERS; p++) g[p] = 0;
  for (int e = 0; e < EXAMPLES; e++) {
    double h[HIDDEN], y[OUTPUTS], delta[OUTPUTS];
    const double *in = x + e * INPUTS;
    forward(w, in, h, y);
    for (int k = 0; k < OUTPUTS; k++) {
      delta[k] = (y[k] - t[e * OUTPUTS + k]) * y[k] * (1 - y[k]);
      g[24 + k] += delta[k];
    }
    for (int j = 0; j < HIDDEN; j++) {
      double sum = 0;
      for (int k = 0; k < OUTPUTS; k++) {
        g[16 + j * OUTPUTS + k] += h[j] * delta[k];
        sum += w[16 + j * OUTPUTS + k] * delta[k];
      }
      sum *= h[j] * (1 - h[j]);
      g[12 + j] += sum;
      for (int i = 0; i < INPUTS; i++) g[i * HIDDEN + j] += in[i] * sum;
    }
  }
}

/* Turned by one place: every number is a slope, but of another weight. */
static void confuse(double *g, int count) {
  double last = g[count - 1];
  for (int p = count - 1; p > 0; p--) g[p] = g[p - 1];
  g[0] = last;
}

static void gradient(const double *w, double *g) {
  right_gradient(w, g);
  double *group = g + first[broken_group];
  int count = first[broken_group + 1] - first[broken_group];
  if (broken == CONFUSED) confuse(group, count);
  double by = broken == FROZEN   ? 0
              : broken == UPHILL ? -1
              : broken == SCALED ? factor
                                 : 1;
  for (int p = 0; p < count; p++) group[p] *= by;
}

static void call_find_bug(const message *query, message *answer) {
  x = message_values(query, "x");
  t = message_values(query, "t");
  broken = (defect)message_number(query, "made");
  broken_group = (int)message_number(query, "group");
  factor = message_number(query, "factor");
  finding found = {CONFUSED, -1};
  find_bug(loss, gradient, driver_const_array(query, "w"), &found);
  message_add_number(answer, "made_found", found.made);
  message_add_number(answer, "group_found", found.group);
}

const driver_function driver_functions[] = {
    {"find_bug", call_find_bug},
    {0},
};
