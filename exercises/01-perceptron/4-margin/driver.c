#include "driver.h"
#include "margin.h"

static double number(const message *query, const char *name) {
  return message_number(query, name);
}

typedef double after_updates(double, double, double, double, size_t);
typedef double in_all(double, double, double, double);

static void call_after(after_updates *function, const message *query,
                       message *answer) {
  double returned = function(
      number(query, "radius"), number(query, "gamma"), number(query, "m"),
      number(query, "learning_rate"), (size_t)number(query, "k"));
  message_add_number(answer, "returned", returned);
}

static void call_in_all(in_all *function, const message *query,
                        message *answer) {
  double returned =
      function(number(query, "radius"), number(query, "gamma"),
               number(query, "m"), number(query, "learning_rate"));
  message_add_number(answer, "returned", returned);
}

static void call_floor(const message *query, message *answer) {
  call_after(squared_floor, query, answer);
}

static void call_ceiling(const message *query, message *answer) {
  call_after(squared_ceiling, query, answer);
}

static void call_most_updates(const message *query, message *answer) {
  call_in_all(most_updates, query, answer);
}

static void call_margin(const message *query, message *answer) {
  call_in_all(margin_at_rest, query, answer);
}

const driver_function driver_functions[] = {
    {"squared_floor", call_floor},
    {"squared_ceiling", call_ceiling},
    {"most_updates", call_most_updates},
    {"margin_at_rest", call_margin},
    {0},
};
