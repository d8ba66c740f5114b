#include "driver.h"
#include "step.h"

#include <string.h>

static void call_train_step(const message *query, message *answer) {
  network net;
  memcpy(net.w, message_values(query, "w"), sizeof net.w);
  memcpy(net.b, message_values(query, "b"), sizeof net.b);
  memcpy(net.v, message_values(query, "v"), sizeof net.v);
  memcpy(net.c, message_values(query, "c"), sizeof net.c);
  train_step(&net, driver_const_array(query, "x"),
             driver_const_array(query, "t"), message_number(query, "rate"));
  message_add(answer, "v", net.v, 4);
  message_add(answer, "c", net.c, 2);
  message_add(answer, "w", net.w, 4);
  message_add(answer, "b", net.b, 2);
}

const driver_function driver_functions[] = {
    {"train_step", call_train_step},
    {0},
};
