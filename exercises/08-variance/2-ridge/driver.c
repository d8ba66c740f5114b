#include "driver.h"
#include "ridge.h"

static void call_ridge_fit(const message *query, message *answer) {
  size_t n = message_count(query, "t");
  size_t p = (size_t)message_number(query, "p");
  double *w = driver_output("w", p);
  ridge_fit(driver_const_array(query, "phi"),
            driver_const_array(query, "t"), n, p,
            message_number(query, "lambda"), w);
  message_add(answer, "w", w, p);
}

const driver_function driver_functions[] = {
    {"ridge_fit", call_ridge_fit},
    {0},
};
