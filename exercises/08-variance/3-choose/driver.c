#include "driver.h"
#include "choose.h"

static void call_choose(const message *query, message *answer) {
  double *reported = driver_output("reported", 1);
  size_t chosen = choose(driver_const_array(query, "training"),
                         driver_const_array(query, "validation"),
                         driver_const_array(query, "test"),
                         message_count(query, "test"), reported);
  message_add_number(answer, "returned", (double)chosen);
  message_add_number(answer, "reported", *reported);
}

const driver_function driver_functions[] = {
    {"choose", call_choose},
    {0},
};
