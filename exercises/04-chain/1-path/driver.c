#include "driver.h"
#include "path.h"

static void call_path_slopes(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *dw = driver_output("dw", n), *db = driver_output("db", n);
  path_slopes(driver_const_array(query, "w"),
              driver_const_array(query, "b"), n, message_number(query, "x"),
              message_number(query, "t"), dw, db);
  message_add(answer, "dw", dw, n);
  message_add(answer, "db", db, n);
}

const driver_function driver_functions[] = {
    {"path_slopes", call_path_slopes},
    {0},
};
