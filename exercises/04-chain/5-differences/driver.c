#include "driver.h"
#include "differences.h"

#include <math.h>
#include <string.h>

/* Neither its slopes nor its curvature are the same anywhere twice. */
static double bent(const double *w, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += (double)(i + 1) * w[i] * w[i] * w[i] + exp(w[i] / 2);
  return sum;
}

/* Each weight's slope depends on all the others. */
static double product(const double *w, size_t n) {
  double value = 1;
  for (size_t i = 0; i < n; i++) value *= w[i] + exp(w[i]);
  return value;
}

static void call_slope(const message *query, message *answer) {
  double *w = driver_array(query, "w");
  size_t n = message_count(query, "w");
  loss_function *loss = message_number(query, "loss") > 0 ? product : bent;
  double slope =
      slope_by_difference(loss, w, n, (size_t)message_number(query, "i"),
                          message_number(query, "h"));
  message_add_number(answer, "returned", slope);
  message_add(answer, "w", w, n);
  message_add_number(answer, "unchanged",
                     !memcmp(w, message_values(query, "w"), n * sizeof *w));
}

static void call_error(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     relative_error(driver_const_array(query, "g"),
                                    driver_const_array(query, "d"),
                                    message_count(query, "g")));
}

const driver_function driver_functions[] = {
    {"slope_by_difference", call_slope},
    {"relative_error", call_error},
    {0},
};
