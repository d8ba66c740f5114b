#include "driver.h"
#include "rprop.h"

static void call_rprop_step(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *size = driver_array(query, "size");
  double *previous = driver_array(query, "previous");
  rprop_step(w, size, previous, driver_const_array(query, "g"), n);
  message_add(answer, "size", size, n);
  message_add(answer, "w", w, n);
  message_add(answer, "previous", previous, n);
}

const driver_function driver_functions[] = {
    {"rprop_step", call_rprop_step},
    {0},
};
