#include "driver.h"
#include "bound.h"

static void call_squared_radius(const message *query, message *answer) {
  const double *x = driver_const_array(query, "x");
  size_t n = (size_t)message_number(query, "n");
  size_t count = message_count(query, "x") / n;
  message_add_number(answer, "returned", squared_radius(x, count, n));
}

static void call_margin(const message *query, message *answer) {
  const double *x = driver_const_array(query, "x"),
               *y = driver_const_array(query, "y");
  const double *u = driver_const_array(query, "u");
  message_add_number(answer, "returned",
                     margin(x, y, message_count(query, "y"),
                            message_count(query, "u"), u,
                            message_number(query, "b")));
}

static void call_most_updates(const message *query, message *answer) {
  const double *x = driver_const_array(query, "x"),
               *y = driver_const_array(query, "y");
  const double *u = driver_const_array(query, "u");
  message_add_number(answer, "returned",
                     most_updates(x, y, message_count(query, "y"),
                                  message_count(query, "u"), u,
                                  message_number(query, "b"),
                                  message_number(query, "learning_rate")));
}

const driver_function driver_functions[] = {
    {"squared_radius", call_squared_radius},
    {"margin", call_margin},
    {"most_updates", call_most_updates},
    {0},
};
