#include "driver.h"
#include "average.h"

static void call_running_minimum(const message *query, message *answer) {
  size_t n = message_count(query, "a");
  double *w = driver_output("w", n);
  running_minimum(driver_const_array(query, "a"), n, w);
  message_add(answer, "w", w, n);
}

static void call_is_robbins_monro(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     is_robbins_monro(message_number(query, "p")));
}

const driver_function driver_functions[] = {
    {"running_minimum", call_running_minimum},
    {"is_robbins_monro", call_is_robbins_monro},
    {0},
};
