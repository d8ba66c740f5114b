#include "driver.h"
#include "fair.h"

/* ---- the race that the query describes -------------------------------*/

static nn_net network;
static nn_dataset examples;

/* Hidden layers of tanh, and a linear output. */
static void make_net(const message *query) {
  const double *width = message_values(query, "width");
  size_t layers = message_count(query, "width") - 1;
  network = nn_net_new((size_t)width[0]);
  for (size_t l = 1; l <= layers; l++)
    nn_net_add(&network, (size_t)width[l],
               l < layers ? NN_TANH : NN_IDENTITY);
}

/* A table of the data set, which is const. */
static double *table(const message *query, const char *name) {
  double *values = driver_array(query, name);
  driver_keep(values);
  return values;
}

static race described(const message *query) {
  make_net(query);
  examples =
      (nn_dataset){.count = message_count(query, "x") / network.inputs,
                   .inputs = network.inputs,
                   .targets = network.outputs,
                   .x = table(query, "x"),
                   .t = table(query, "t"),
                   .is_view = true};
  return (race){.net = &network,
                .start = driver_const_array(query, "start"),
                .data = &examples,
                .batch = (size_t)message_number(query, "batch"),
                .goal = message_number(query, "goal"),
                .limit = (size_t)message_number(query, "limit")};
}

/* ---- the calls -------------------------------------------------------*/

static void call_epochs_to(const message *query, message *answer) {
  race r = described(query);
  size_t epochs = epochs_to(&r, message_number(query, "learning_rate"),
                            message_number(query, "beta"));
  message_add_number(answer, "returned", (double)epochs);
  nn_net_free(&network);
}

static void call_gain(const message *query, message *answer) {
  race r = described(query);
  message_add_number(answer, "returned",
                     gain(&r, message_number(query, "beta"),
                          driver_const_array(query, "rates"),
                          message_count(query, "rates")));
  nn_net_free(&network);
}

static size_t *whole_numbers(const message *query, const char *name) {
  const double *given = message_values(query, name);
  size_t n = message_count(query, name);
  size_t *numbers = driver_elements(name, n, sizeof *numbers);
  for (size_t i = 0; i < n; i++) numbers[i] = (size_t)given[i];
  return numbers;
}

static void call_conclude(const message *query, message *answer) {
  size_t *plain = whole_numbers(query, "plain");
  size_t *ball = whole_numbers(query, "ball");
  driver_keep(plain);
  driver_keep(ball);
  message_add_number(
      answer, "returned",
      (double)conclude(plain, ball, message_count(query, "plain")));
}

const driver_function driver_functions[] = {
    {"epochs_to", call_epochs_to},
    {"gain", call_gain},
    {"conclude", call_conclude},
    {0},
};
