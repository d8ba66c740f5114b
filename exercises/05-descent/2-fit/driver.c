#include "driver.h"
#include "fit.h"

static void call_fitted_factor(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     fitted_factor(driver_const_array(query, "d"),
                                   message_count(query, "d")));
}

static void call_steps_to(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     steps_to(message_number(query, "factor"),
                              message_number(query, "part")));
}

const driver_function driver_functions[] = {
    {"fitted_factor", call_fitted_factor},
    {"steps_to", call_steps_to},
    {0},
};
