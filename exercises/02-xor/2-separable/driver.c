#include "driver.h"
#include "separable.h"

static void call_separable(const message *query, message *answer) {
  const double *y = driver_const_array(query, "y");
  bool found = separable(y, (size_t)message_number(query, "n"));
  message_add_number(answer, "returned", found);
}

const driver_function driver_functions[] = {
    {"separable", call_separable},
    {0},
};
