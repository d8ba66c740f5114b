#include "driver.h"
#include "layer.h"

static void call_layer_slopes(const message *query, message *answer) {
  size_t batch = (size_t)message_number(query, "batch");
  size_t n = message_count(query, "inputs") / batch;
  size_t m = message_count(query, "delta") / batch;
  double *dw = driver_output("dw", n * m), *db = driver_output("db", m);
  layer_slopes(batch, n, m, driver_const_array(query, "inputs"),
               driver_const_array(query, "delta"), dw, db);
  message_add(answer, "dw", dw, n * m);
  message_add(answer, "db", db, m);
}

const driver_function driver_functions[] = {
    {"layer_slopes", call_layer_slopes},
    {0},
};
