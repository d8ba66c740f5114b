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

static void call_choose_by_folds(const message *query, message *answer) {
  double *limit = driver_output("limit", 1);
  size_t chosen =
      choose_by_folds(driver_const_array(query, "errors"),
                      (size_t)message_number(query, "models"),
                      (size_t)message_number(query, "folds"), limit);
  message_add_number(answer, "returned", (double)chosen);
  message_add_number(answer, "limit", *limit);
}

const driver_function driver_functions[] = {
    {"choose", call_choose},
    {"choose_by_folds", call_choose_by_folds},
    {0},
};
