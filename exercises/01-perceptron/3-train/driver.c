#include "driver.h"
#include "train.h"

static void call_train(const message *query, message *answer) {
  size_t n = message_count(query, "w"), count = message_count(query, "y");
  double *w = driver_array(query, "w");
  const double *x = driver_const_array(query, "x"),
               *y = driver_const_array(query, "y");
  long updates =
      train(w, x, y, count, n, (size_t)message_number(query, "epochs_max"));
  message_add_number(answer, "returned", (double)updates);
  message_add(answer, "w", w, n);
}

const driver_function driver_functions[] = {{"train", call_train}, {0}};
