#include "driver.h"
#include "identity.h"

#include <math.h>

static void call_decompose(const message *query, message *answer) {
  parts out = {(double)NAN, (double)NAN, (double)NAN};
  decompose(driver_const_array(query, "fits"),
            (size_t)message_number(query, "count"),
            driver_const_array(query, "truth"),
            message_count(query, "truth"), &out);
  message_add_number(answer, "bias2", out.bias2);
  message_add_number(answer, "variance", out.variance);
  message_add_number(answer, "error", out.error);
}

static void call_error_with_noise(const message *query, message *answer) {
  parts p = {message_number(query, "bias2"),
             message_number(query, "variance"),
             message_number(query, "error")};
  message_add_number(answer, "returned",
                     error_with_noise(p, message_number(query, "sigma")));
}

const driver_function driver_functions[] = {
    {"decompose", call_decompose},
    {"error_with_noise", call_error_with_noise},
    {0},
};
