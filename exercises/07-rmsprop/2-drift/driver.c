#include "driver.h"
#include "drift.h"

static void call_drift(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     drift(driver_const_array(query, "g"),
                           message_count(query, "g"),
                           message_number(query, "rho"),
                           message_number(query, "learning_rate")));
}

static void call_sign_drift(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     sign_drift(driver_const_array(query, "g"),
                                message_count(query, "g"),
                                message_number(query, "learning_rate")));
}

const driver_function driver_functions[] = {
    {"drift", call_drift},
    {"sign_drift", call_sign_drift},
    {0},
};
