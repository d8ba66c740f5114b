#include "driver.h"
#include "map.h"

static void call_spectral_radius(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     spectral_radius(message_number(query, "h"),
                                     message_number(query, "beta")));
}

static void call_behaviour(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     (double)behaviour(message_number(query, "h"),
                                       message_number(query, "beta")));
}

const driver_function driver_functions[] = {
    {"spectral_radius", call_spectral_radius},
    {"behaviour", call_behaviour},
    {0},
};
