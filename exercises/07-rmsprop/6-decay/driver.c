#include "driver.h"
#include "decay.h"

static void call_step(const message *query, message *answer,
                      decay_step *step) {
  size_t n = message_count(query, "w");
  double *w = driver_array(query, "w"), *m = driver_array(query, "m");
  double *s = driver_array(query, "s");
  step(w, m, s, (size_t)message_number(query, "t"),
       driver_const_array(query, "g"), n,
       message_number(query, "learning_rate"),
       message_number(query, "decay"));
  message_add(answer, "m", m, n);
  message_add(answer, "s", s, n);
  message_add(answer, "w", w, n);
}

static void call_adam_l2_step(const message *query, message *answer) {
  call_step(query, answer, adam_l2_step);
}

static void call_adamw_step(const message *query, message *answer) {
  call_step(query, answer, adamw_step);
}

/* The student's own step: 0 is adam_l2_step, 1 adamw_step. */
static decay_step *step_of(const message *query) {
  return message_number(query, "step") == 0 ? adam_l2_step : adamw_step;
}

/* Layers of tanh, and a last one of sigmoid neurons. */
static nn_net net_of(const message *query) {
  const double *width = message_values(query, "width");
  size_t depth = message_count(query, "width") - 1;
  nn_net net = nn_net_new((size_t)width[0]);
  for (size_t l = 1; l <= depth; l++)
    nn_net_add(&net, (size_t)width[l], l < depth ? NN_TANH : NN_SIGMOID);
  return net;
}

static nn_dataset dataset_of(const message *query, const nn_net *net) {
  nn_dataset data = {.count = message_count(query, "t") / net->outputs,
                     .inputs = net->inputs,
                     .targets = net->outputs,
                     .x = driver_array(query, "x"),
                     .t = driver_array(query, "t"),
                     .is_view = true};
  driver_keep(data.x);
  driver_keep(data.t);
  return data;
}

static void call_train(const message *query, message *answer) {
  nn_net net = net_of(query);
  nn_dataset data = dataset_of(query, &net);
  double *params = driver_array(query, "params");
  train(step_of(query), &net, params, &data,
        (size_t)message_number(query, "batch"),
        (size_t)message_number(query, "steps"),
        message_number(query, "learning_rate"),
        message_number(query, "decay"));
  message_add(answer, "params", params, net.params);
  nn_net_free(&net);
}

static void call_left(const message *query, message *answer) {
  double weight = left(step_of(query), message_number(query, "size"),
                       (size_t)message_number(query, "steps"),
                       message_number(query, "learning_rate"),
                       message_number(query, "decay"));
  message_add_number(answer, "returned", weight);
}

const driver_function driver_functions[] = {
    {"adam_l2_step", call_adam_l2_step},
    {"adamw_step", call_adamw_step},
    {"train", call_train},
    {"left", call_left},
    {0},
};
