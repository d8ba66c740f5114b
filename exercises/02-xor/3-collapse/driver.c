#include "driver.h"
#include "collapse.h"

static void call_collapse(const message *query, message *answer) {
  size_t inputs = (size_t)message_number(query, "inputs");
  size_t hidden = message_count(query, "v");
  double *one = driver_output("one", inputs + 1);
  collapse(driver_const_array(query, "w"), driver_const_array(query, "b"),
           driver_const_array(query, "v"), message_number(query, "c"),
           inputs, hidden, one);
  message_add(answer, "one", one, inputs + 1);
}

const driver_function driver_functions[] = {
    {"collapse", call_collapse},
    {0},
};
