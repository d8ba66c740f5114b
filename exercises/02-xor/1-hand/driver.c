#include "driver.h"
#include "hand.h"

static void call_same(const message *query, message *answer) {
  (void)query;
  double *w = driver_output("w", 9);
  same(w);
  message_add(answer, "w", w, 9);
}

static void call_one_of_three(const message *query, message *answer) {
  (void)query;
  double *w = driver_output("w", 11);
  one_of_three(w);
  message_add(answer, "w", w, 11);
}

const driver_function driver_functions[] = {
    {"same", call_same},
    {"one_of_three", call_one_of_three},
    {0},
};
