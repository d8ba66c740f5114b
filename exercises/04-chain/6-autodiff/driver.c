#include "driver.h"
#include "autodiff.h"

static node *read_nodes(const message *query) {
  size_t count = message_count(query, "does");
  node *nodes = driver_elements("nodes", count, sizeof *nodes);
  for (size_t i = 0; i < count; i++)
    nodes[i] = (node){
        .does = (operation)message_values(query, "does")[i],
        .left = (size_t)message_values(query, "left")[i],
        .right = (size_t)message_values(query, "right")[i],
        .value = message_values(query, "value")[i],
        .slope = message_values(query, "slope")[i],
    };
  return nodes;
}

static void call_forward(const message *query, message *answer) {
  node *nodes = read_nodes(query);
  size_t count = message_count(query, "does");
  forward(nodes, count);
  double *value = message_add(answer, "value", NULL, count);
  for (size_t i = 0; i < count; i++) value[i] = nodes[i].value;
}

static void call_backward(const message *query, message *answer) {
  node *nodes = read_nodes(query);
  size_t count = message_count(query, "does");
  backward(nodes, count);
  double *slope = message_add(answer, "slope", NULL, count);
  for (size_t i = 0; i < count; i++) slope[i] = nodes[i].slope;
}

const driver_function driver_functions[] = {
    {"forward", call_forward},
    {"backward", call_backward},
    {0},
};
