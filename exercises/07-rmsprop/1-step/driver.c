#include "driver.h"
#include "step.h"

static void call_rmsprop_step(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *s = driver_array(query, "s");
  rmsprop_step(w, s, driver_const_array(query, "g"), n,
               message_number(query, "learning_rate"),
               message_number(query, "rho"),
               message_number(query, "epsilon"));
  message_add(answer, "s", s, n);
  message_add(answer, "w", w, n);
}

const driver_function driver_functions[] = {
    {"rmsprop_step", call_rmsprop_step},
    {0},
};
