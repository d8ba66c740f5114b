#include "driver.h"
#include "cycle.h"

static void call_cycle_length(const message *query, message *answer) {
  const double *x = driver_const_array(query, "x"),
               *y = driver_const_array(query, "y");
  long length = cycle_length(x, y, message_count(query, "y"),
                             (size_t)message_number(query, "n"),
                             (size_t)message_number(query, "epochs_max"));
  message_add_number(answer, "returned", (double)length);
}

const driver_function driver_functions[] = {
    {"cycle_length", call_cycle_length}, {0}};
