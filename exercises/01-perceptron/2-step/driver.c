#include "driver.h"
#include "step.h"

static void call_fires(const message *query, message *answer) {
  const double *w = driver_const_array(query, "w"),
               *x = driver_const_array(query, "x");
  bool fired =
      fires(w, message_number(query, "b"), x, message_count(query, "x"));
  message_add_number(answer, "returned", fired);
}

static void call_learn(const message *query, message *answer) {
  size_t n = message_count(query, "x");
  double *w = driver_array(query, "w"), *b = driver_array(query, "b");
  const double *x = driver_const_array(query, "x");
  bool changed = learn(w, b, x, message_number(query, "y"), n);
  message_add(answer, "w", w, n);
  message_add_number(answer, "b", *b);
  message_add_number(answer, "returned", changed);
}

const driver_function driver_functions[] = {
    {"fires", call_fires},
    {"learn", call_learn},
    {0},
};
