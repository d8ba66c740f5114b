#include "driver.h"
#include "parity.h"

static size_t weights_of(size_t n) {
  return n * n + 2 * n + 1;
}

static void call_parity(const message *query, message *answer) {
  size_t n = (size_t)message_number(query, "n");
  double *w = driver_output("w", weights_of(n));
  parity(n, w);
  message_add(answer, "w", w, weights_of(n));
}

static void call_by_count(const message *query, message *answer) {
  size_t n = message_count(query, "wanted") - 1;
  double *w = driver_output("w", weights_of(n));
  by_count(driver_const_array(query, "wanted"), n, w);
  message_add(answer, "w", w, weights_of(n));
}

static void call_table_neurons(const message *query, message *answer) {
  size_t n = (size_t)message_number(query, "n");
  message_add_number(answer, "returned", table_neurons(n));
}

const driver_function driver_functions[] = {
    {"parity", call_parity},
    {"by_count", call_by_count},
    {"table_neurons", call_table_neurons},
    {0},
};
