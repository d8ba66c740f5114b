#include "driver.h"
#include "epoch.h"

enum { MOST = 64 };

static void call_train_epoch(const message *query, message *answer) {
  const double *numbers = message_values(query, "order");
  size_t n = message_count(query, "order"), order[MOST];
  /* Behind its end the order leads behind the end of x and t. */
  for (size_t i = 0; i < MOST; i++)
    order[i] = i < n ? (size_t)numbers[i] : n;

  double *w = driver_array(query, "w"), *b = driver_array(query, "b");
  size_t steps =
      train_epoch(w, b, driver_array(query, "x"), driver_array(query, "t"),
                  n, order, (size_t)message_number(query, "batch"),
                  message_number(query, "learning_rate"));
  message_add(answer, "w", w, 1);
  message_add(answer, "b", b, 1);
  message_add_number(answer, "returned", (double)steps);
}

const driver_function driver_functions[] = {
    {"train_epoch", call_train_epoch},
    {0},
};
