#include "driver.h"
#include "gate.h"

static void call_nand_gate(const message *query, message *answer) {
  (void)query;
  double *w = driver_output("w", 3);
  nand_gate(w);
  message_add(answer, "w", w, 3);
}

static void call_only_first(const message *query, message *answer) {
  (void)query;
  double *w = driver_output("w", 3);
  only_first(w);
  message_add(answer, "w", w, 3);
}

static void call_at_least_two(const message *query, message *answer) {
  (void)query;
  double *w = driver_output("w", 4);
  at_least_two(w);
  message_add(answer, "w", w, 4);
}

const driver_function driver_functions[] = {
    {"nand_gate", call_nand_gate},
    {"only_first", call_only_first},
    {"at_least_two", call_at_least_two},
    {0},
};
