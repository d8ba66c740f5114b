#include "driver.h"
#include "floor.h"

static void call_noise_floor(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     noise_floor(message_number(query, "learning_rate"),
                                 message_number(query, "variance"),
                                 (size_t)message_number(query, "batch")));
}

static void call_largest_rate_for(const message *query, message *answer) {
  message_add_number(
      answer, "returned",
      largest_rate_for(message_number(query, "most"),
                       message_number(query, "variance"),
                       (size_t)message_number(query, "batch")));
}

const driver_function driver_functions[] = {
    {"noise_floor", call_noise_floor},
    {"largest_rate_for", call_largest_rate_for},
    {0},
};
