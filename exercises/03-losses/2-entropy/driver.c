#include "driver.h"
#include "entropy.h"

static void call_entropy(const message *query, message *answer) {
  double loss =
      entropy(message_number(query, "z"), message_number(query, "t"));
  message_add_number(answer, "returned", loss);
}

static void call_slope(const message *query, message *answer) {
  double slope =
      entropy_slope(message_number(query, "z"), message_number(query, "t"));
  message_add_number(answer, "returned", slope);
}

const driver_function driver_functions[] = {
    {"entropy", call_entropy},
    {"entropy_slope", call_slope},
    {0},
};
