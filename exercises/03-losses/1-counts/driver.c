#include "driver.h"
#include "counts.h"

static void call_loss(const message *query, message *answer) {
  double loss =
      count_loss(message_number(query, "z"), message_number(query, "t"));
  message_add_number(answer, "returned", loss);
}

static void call_slope(const message *query, message *answer) {
  double slope =
      count_slope(message_number(query, "z"), message_number(query, "t"));
  message_add_number(answer, "returned", slope);
}

static void call_best_z(const message *query, message *answer) {
  double z =
      best_z(driver_const_array(query, "t"), message_count(query, "t"));
  message_add_number(answer, "returned", z);
}

const driver_function driver_functions[] = {
    {"count_loss", call_loss},
    {"count_slope", call_slope},
    {"best_z", call_best_z},
    {0},
};
