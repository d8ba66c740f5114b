#include "driver.h"
#include "nesterov.h"

#include <math.h>

/* The same curvature everywhere. */
static double bowl(double w) {
  return 3 * w;
}

/* Steep near the bottom, and never steeper than 1 far away. */
static double funnel(double w) {
  return w / sqrt(1 + w * w);
}

/* A bowl with waves on it. */
static double waves(double w) {
  return w + sin(3 * w);
}

static slope_function *const slopes[] = {bowl, funnel, waves};

static void call_nesterov(const message *query, message *answer) {
  double *w = driver_array(query, "w"), *v = driver_array(query, "v");
  nesterov(w, v, slopes[(size_t)message_number(query, "slope")],
           message_number(query, "learning_rate"),
           message_number(query, "beta"),
           (size_t)message_number(query, "steps"));
  message_add_number(answer, "w", *w);
  message_add_number(answer, "v", *v);
}

const driver_function driver_functions[] = {
    {"nesterov", call_nesterov},
    {0},
};
