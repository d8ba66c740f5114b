#include "driver.h"
#include "softmax.h"

static void call_softmax(const message *query, message *answer) {
  size_t n = message_count(query, "z");
  double *a = driver_output("a", n);
  softmax(driver_const_array(query, "z"), n, a);
  message_add(answer, "a", a, n);
}

static void call_loss(const message *query, message *answer) {
  double loss = softmax_loss(driver_const_array(query, "z"),
                             message_count(query, "z"),
                             (size_t)message_number(query, "right"));
  message_add_number(answer, "returned", loss);
}

const driver_function driver_functions[] = {
    {"softmax", call_softmax},
    {"softmax_loss", call_loss},
    {0},
};
