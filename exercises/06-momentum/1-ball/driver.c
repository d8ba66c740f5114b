#include "driver.h"
#include "ball.h"

static void call_heavy_ball(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *v = driver_array(query, "v");
  heavy_ball(w, v, driver_const_array(query, "g"), n,
             message_number(query, "learning_rate"),
             message_number(query, "beta"));
  message_add(answer, "w", w, n);
  message_add(answer, "v", v, n);
}

static void call_ema_step(const message *query, message *answer) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *m = driver_array(query, "m");
  ema_step(w, m, driver_const_array(query, "g"), n,
           message_number(query, "learning_rate"),
           message_number(query, "beta"));
  message_add(answer, "w", w, n);
  message_add(answer, "m", m, n);
}

const driver_function driver_functions[] = {
    {"heavy_ball", call_heavy_ball},
    {"ema_step", call_ema_step},
    {0},
};
