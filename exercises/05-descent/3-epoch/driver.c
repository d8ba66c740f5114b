#include "driver.h"
#include "epoch.h"

static void call_train_epoch(const message *query, message *answer) {
  const double *numbers = message_values(query, "order");
  size_t n = message_count(query, "order");
  size_t *order = driver_elements("order", n, sizeof *order);
  for (size_t i = 0; i < n; i++) order[i] = (size_t)numbers[i];
  driver_keep(order);

  double *w = driver_array(query, "w"), *b = driver_array(query, "b");
  size_t steps = train_epoch(w, b, driver_const_array(query, "x"),
                             driver_const_array(query, "t"), n, order,
                             (size_t)message_number(query, "batch"),
                             message_number(query, "learning_rate"));
  message_add_number(answer, "w", *w);
  message_add_number(answer, "b", *b);
  message_add_number(answer, "returned", (double)steps);
}

const driver_function driver_functions[] = {
    {"train_epoch", call_train_epoch},
    {0},
};
