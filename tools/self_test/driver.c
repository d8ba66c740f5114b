#include "driver.h"
#include "twice.h"

static void call_twice(const message *query, message *answer) {
  message_add_number(answer, "returned", twice(message_number(query, "x")));
}

const driver_function driver_functions[] = {{"twice", call_twice}, {0}};
