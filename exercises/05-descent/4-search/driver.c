#include "driver.h"
#include "search.h"

/* ---- what the query describes ----------------------------------------*/

static nn_net network;
static nn_dataset shown, set_aside;

/* Hidden layers of tanh, and a linear output. */
static void make_net(const message *query) {
  const double *width = message_values(query, "width");
  size_t layers = message_count(query, "width") - 1;
  network = nn_net_new((size_t)width[0]);
  for (size_t l = 1; l <= layers; l++)
    nn_net_add(&network, (size_t)width[l],
               l < layers ? NN_TANH : NN_IDENTITY);
}

/* A table of a data set, which is const. */
static double *table(const message *query, const char *name) {
  double *values = driver_array(query, name);
  driver_keep(values);
  return values;
}

static nn_dataset examples(const message *query, const char *x,
                           const char *t) {
  return (nn_dataset){.count = message_count(query, x) / network.inputs,
                      .inputs = network.inputs,
                      .targets = network.outputs,
                      .x = table(query, x),
                      .t = table(query, t),
                      .is_view = true};
}

static experiment described(const message *query) {
  make_net(query);
  shown = examples(query, "x", "t");
  set_aside = examples(query, "validation_x", "validation_t");
  return (experiment){.net = &network,
                      .start = driver_const_array(query, "start"),
                      .training = &shown,
                      .validation = &set_aside,
                      .batch = (size_t)message_number(query, "batch"),
                      .epochs = (size_t)message_number(query, "epochs")};
}

/* ---- the calls -------------------------------------------------------*/

static void call_loss_after(const message *query, message *answer) {
  experiment e = described(query);
  message_add_number(
      answer, "returned",
      loss_after(&e, message_number(query, "learning_rate")));
  nn_net_free(&network);
}

static void call_best_rate(const message *query, message *answer) {
  experiment e = described(query);
  message_add_number(answer, "returned",
                     best_rate(&e, driver_const_array(query, "rates"),
                               message_count(query, "rates")));
  nn_net_free(&network);
}

static void call_search(const message *query, message *answer) {
  experiment e = described(query);
  message_add_number(answer, "returned", search(&e));
  nn_net_free(&network);
}

const driver_function driver_functions[] = {
    {"loss_after", call_loss_after},
    {"best_rate", call_best_rate},
    {"search", call_search},
    {0},
};
