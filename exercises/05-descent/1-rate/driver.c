#include "driver.h"
#include "rate.h"

static void call_largest_rate(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     largest_rate(driver_const_array(query, "lambda"),
                                  message_count(query, "lambda")));
}

static void call_best_rate(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     best_rate(driver_const_array(query, "lambda"),
                               message_count(query, "lambda")));
}

static void call_best_factor(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     best_factor(driver_const_array(query, "lambda"),
                                 message_count(query, "lambda")));
}

const driver_function driver_functions[] = {
    {"largest_rate", call_largest_rate},
    {"best_rate", call_best_rate},
    {"best_factor", call_best_factor},
    {0},
};
