#include "driver.h"
#include "neuron.h"

static void call_step_down(const message *query, message *answer) {
  double *w = driver_array(query, "w"), *b = driver_array(query, "b");
  step_down(w, b, message_number(query, "x"), message_number(query, "t"),
            message_number(query, "rate"));
  message_add_number(answer, "w", *w);
  message_add_number(answer, "b", *b);
}

const driver_function driver_functions[] = {
    {"step_down", call_step_down},
    {0},
};
