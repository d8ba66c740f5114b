#include "driver.h"
#include "stopping.h"

#include <math.h>
#include <stdint.h>

static void add_epochs(message *answer, size_t kept, size_t ran) {
  message_add_number(answer, "returned", (double)kept);
  message_add_number(answer, "ran",
                     ran == SIZE_MAX ? (double)NAN : (double)ran);
}

static void call_stop_early(const message *query, message *answer) {
  size_t ran = SIZE_MAX;
  size_t kept = stop_early(driver_const_array(query, "validation"),
                           message_count(query, "validation"),
                           (size_t)message_number(query, "patience"), &ran);
  add_epochs(answer, kept, ran);
}

/* Layers of tanh, and a sigmoid output. */
static nn_net net_of(const message *query) {
  const double *width = message_values(query, "width");
  size_t depth = message_count(query, "width") - 1;
  nn_net net = nn_net_new((size_t)width[0]);
  for (size_t l = 1; l <= depth; l++)
    nn_net_add(&net, (size_t)width[l], l < depth ? NN_TANH : NN_SIGMOID);
  return net;
}

static nn_dataset dataset_of(const message *query, const nn_net *net,
                             const char *name_of_x, const char *name_of_t) {
  nn_dataset data = {.count =
                         message_count(query, name_of_t) / net->outputs,
                     .inputs = net->inputs,
                     .targets = net->outputs,
                     .x = driver_array(query, name_of_x),
                     .t = driver_array(query, name_of_t),
                     .is_view = true};
  driver_keep(data.x);
  driver_keep(data.t);
  return data;
}

static void call_train_early(const message *query, message *answer) {
  size_t ran = SIZE_MAX;
  nn_net net = net_of(query);
  double *params = driver_array(query, "params");
  nn_optimizer optimizer = nn_optimizer_new(
      nn_adam(message_number(query, "learning_rate")), net.params);
  nn_dataset training = dataset_of(query, &net, "x", "t");
  nn_dataset validation = dataset_of(query, &net, "held_x", "held_t");
  size_t kept =
      train_early(&net, params, &optimizer, &training, &validation,
                  (size_t)message_number(query, "epochs"),
                  (size_t)message_number(query, "patience"), &ran);
  add_epochs(answer, kept, ran);
  message_add(answer, "params", params, net.params);
  nn_optimizer_free(&optimizer);
  nn_net_free(&net);
}

const driver_function driver_functions[] = {
    {"stop_early", call_stop_early},
    {"train_early", call_train_early},
    {0},
};
