#include "driver.h"
#include "rotate.h"

static void call_gradient(const message *query, message *answer) {
  double *g = driver_output("g", 2);
  bowl_gradient(driver_const_array(query, "w"),
                message_number(query, "kappa"),
                message_number(query, "angle"), g);
  message_add(answer, "g", g, 2);
}

static void call_steps(const message *query, message *answer) {
  size_t steps = steps_until(
      message_number(query, "kappa"), message_number(query, "angle"),
      driver_const_array(query, "start"),
      message_number(query, "learning_rate"), message_number(query, "rho"),
      message_number(query, "radius"),
      (size_t)message_number(query, "most"));
  message_add_number(answer, "returned", (double)steps);
}

const driver_function driver_functions[] = {
    {"bowl_gradient", call_gradient},
    {"steps_until", call_steps},
    {0},
};
