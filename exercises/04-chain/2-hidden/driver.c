#include "driver.h"
#include "hidden.h"

static void call_hidden_deltas(const message *query, message *answer) {
  size_t n = message_count(query, "z");
  size_t m = message_count(query, "delta_next");
  double *delta = driver_output("delta", n);
  hidden_deltas(n, m, driver_const_array(query, "w"),
                driver_const_array(query, "delta_next"),
                driver_const_array(query, "z"), delta);
  message_add(answer, "delta", delta, n);
}

const driver_function driver_functions[] = {
    {"hidden_deltas", call_hidden_deltas},
    {0},
};
