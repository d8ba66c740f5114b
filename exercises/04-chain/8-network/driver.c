#include "driver.h"
#include "network.h"

enum { MOST = DEEPEST + 1 };

/* Fills width; returns the depth. */
static int read_widths(const message *query, int *width) {
  const double *given = message_values(query, "width");
  size_t count = message_count(query, "width");
  for (size_t l = 0; l < count; l++) width[l] = (int)given[l];
  return (int)count - 1;
}

static void call_gradient(const message *query, message *answer) {
  int width[MOST], depth = read_widths(query, width);
  size_t count = message_count(query, "params");
  double *slopes = driver_output("slopes", count);
  double loss = gradient(width, depth, driver_const_array(query, "params"),
                         driver_const_array(query, "x"),
                         driver_const_array(query, "t"), slopes);
  message_add(answer, "slopes", slopes, count);
  message_add_number(answer, "returned", loss);
}

static void call_train(const message *query, message *answer) {
  int width[MOST], depth = read_widths(query, width);
  double *params = driver_array(query, "params");
  double loss = train(
      width, depth, params, driver_const_array(query, "x"),
      driver_const_array(query, "t"), (int)message_number(query, "count"),
      message_number(query, "rate"), (int)message_number(query, "epochs"));
  message_add(answer, "params", params, message_count(query, "params"));
  message_add_number(answer, "returned", loss);
}

const driver_function driver_functions[] = {
    {"gradient", call_gradient},
    {"train", call_train},
    {0},
};
