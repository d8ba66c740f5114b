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

static void call_rate_from_run(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     rate_from_run(driver_const_array(query, "w"),
                                   message_count(query, "w"),
                                   message_number(query, "learning_rate")));
}

const driver_function driver_functions[] = {
    {"largest_rate", call_largest_rate},
    {"best_rate", call_best_rate},
    {"best_factor", call_best_factor},
    {"rate_from_run", call_rate_from_run},
    {0},
};
