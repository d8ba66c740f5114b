#include "driver.h"
#include "adam.h"

static void call_adam_step(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *m = driver_array(query, "m");
  double *s = driver_array(query, "s");
  adam_step(w, m, s, (size_t)message_number(query, "t"),
            driver_const_array(query, "g"), n,
            message_number(query, "learning_rate"),
            message_number(query, "beta"), message_number(query, "rho"),
            message_number(query, "epsilon"));
  message_add(answer, "m", m, n);
  message_add(answer, "s", s, n);
  message_add(answer, "w", w, n);
}

const driver_function driver_functions[] = {
    {"adam_step", call_adam_step},
    {0},
};
