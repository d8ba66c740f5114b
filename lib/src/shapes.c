#include "shapes.h"

#include "require.h"

#include <stdio.h>

static const char *plural(size_t count) {
  return count == 1 ? "" : "s";
}

static void require_targets(const char *function, const nn_net *net,
                            const nn_dataset *data, const char *which) {
  size_t targets = data->targets, outputs = net->outputs;
  char advice[128] = "";
  if (targets == outputs) return;
  if (targets == 1)
    snprintf(advice, sizeof advice,
             "; nn_dataset_one_hot(&data, %zu, &error) makes %zu of a "
             "class's number",
             outputs, outputs);
  nn_refuse(function,
            "the %s have %zu target%s for each example, but the network "
            "has %zu output%s%s",
            which, targets, plural(targets), outputs, plural(outputs),
            advice);
}

void nn_require_shapes(const char *function, const nn_net *net,
                       const nn_dataset *data, const char *which) {
  if (data->count == 0)
    nn_refuse(function, "the %s have no examples", which);
  if (data->inputs != net->inputs)
    nn_refuse(function,
              "the %s have %zu input%s for each example, but the network "
              "has %zu",
              which, data->inputs, plural(data->inputs), net->inputs);
  require_targets(function, net, data, which);
}
