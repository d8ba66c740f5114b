#include "driver.h"
#include "skip.h"

static void call_answer(const message *query, message *reply) {
  skipping_net net = {
      .to_hidden = driver_const_array(query, "to_hidden"),
      .hidden_bias = message_number(query, "hidden_bias"),
      .from_hidden = message_number(query, "from_hidden"),
      .to_output = driver_const_array(query, "to_output"),
      .output_bias = message_number(query, "output_bias"),
  };
  double said = answer(&net, driver_const_array(query, "x"),
                       message_count(query, "x"));
  message_add_number(reply, "returned", said);
}

const driver_function driver_functions[] = {
    {"answer", call_answer},
    {0},
};
