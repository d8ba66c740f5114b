#include "driver.h"
#include "quadratic.h"

static void call_quadratic(const message *query, message *answer) {
  double loss = quadratic(driver_const_array(query, "a"),
                          driver_const_array(query, "t"),
                          (size_t)message_number(query, "examples"),
                          (size_t)message_number(query, "outputs"));
  message_add_number(answer, "returned", loss);
}

static void call_gradient(const message *query, message *answer) {
  size_t count = message_count(query, "a");
  double *gradient = driver_output("gradient", count);
  quadratic_gradient(driver_const_array(query, "a"),
                     driver_const_array(query, "t"),
                     (size_t)message_number(query, "examples"),
                     (size_t)message_number(query, "outputs"), gradient);
  message_add(answer, "gradient", gradient, count);
}

const driver_function driver_functions[] = {
    {"quadratic", call_quadratic},
    {"quadratic_gradient", call_gradient},
    {0},
};
