#include "driver.h"
#include "terminal.h"

static void call_terminal_step(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     terminal_step(message_number(query, "slope"),
                                   message_number(query, "learning_rate"),
                                   message_number(query, "beta")));
}

static void call_steps_until(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     steps_until(message_number(query, "beta"),
                                 message_number(query, "part")));
}

static void call_heavy_ball_rate(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     heavy_ball_rate(message_number(query, "ema_rate"),
                                     message_number(query, "beta")));
}

static void call_beta_from_steps(const message *query, message *answer) {
  message_add_number(answer, "returned",
                     beta_from_steps(driver_const_array(query, "v"),
                                     message_count(query, "v")));
}

const driver_function driver_functions[] = {
    {"terminal_step", call_terminal_step},
    {"steps_until", call_steps_until},
    {"heavy_ball_rate", call_heavy_ball_rate},
    {"beta_from_steps", call_beta_from_steps},
    {0},
};
