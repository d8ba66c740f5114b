#include "driver.h"
#include "stopping.h"

#include <math.h>
#include <stdint.h>

static void call_stop_early(const message *query, message *answer) {
  size_t ran = SIZE_MAX;
  size_t kept = stop_early(driver_const_array(query, "validation"),
                           message_count(query, "validation"),
                           (size_t)message_number(query, "patience"), &ran);
  message_add_number(answer, "returned", (double)kept);
  message_add_number(answer, "ran",
                     ran == SIZE_MAX ? (double)NAN : (double)ran);
}

const driver_function driver_functions[] = {
    {"stop_early", call_stop_early},
    {0},
};
