#include "driver.h"
#include "polyak.h"

static void call_polyak(const message *query, message *answer) {
  double *rate = driver_output("learning_rate", 1);
  double *beta = driver_output("beta", 1);
  polyak(message_number(query, "mu"), message_number(query, "largest"),
         rate, beta);
  message_add_number(answer, "learning_rate", *rate);
  message_add_number(answer, "beta", *beta);
}

static void call_polyak_factor(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     polyak_factor(message_number(query, "mu"),
                                   message_number(query, "largest")));
}

const driver_function driver_functions[] = {
    {"polyak", call_polyak},
    {"polyak_factor", call_polyak_factor},
    {0},
};
