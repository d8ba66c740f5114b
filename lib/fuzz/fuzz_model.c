/* Any bytes as a model, and the same with a right check behind them:
 * hardly any would get past the check by chance. */
#include "fuzz.h"

#include <math.h>
#include <nn/model.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* The disk need not see these files; waiting for it takes most of the
 * time. */
int fsync(int handle) {
  (void)handle;
  return 0;
}

static void require_shape(const nn_net *net, const nn_real *params) {
  REQUIRE(net->inputs > 0 && net->depth > 0);
  size_t below = net->inputs, count = 0;
  for (size_t i = 0; i < net->depth; i++) {
    const nn_layer *l = &net->layer[i];
    REQUIRE(l->inputs == below && l->outputs > 0);
    REQUIRE((int)l->activation >= 0 && l->activation < NN_ACTIVATIONS);
    REQUIRE(!l->has_skips || (i > 0 && i + 1 == net->depth));
    REQUIRE(l->weights == count);
    REQUIRE(l->biases == count + below * l->outputs);
    count = l->biases + l->outputs;
    REQUIRE(!l->has_skips || l->skips == count);
    if (l->has_skips) count += net->inputs * l->outputs;
    below = l->outputs;
  }
  REQUIRE(net->outputs == below && net->params == count);
  for (size_t i = 0; i < count; i++) REQUIRE(isfinite(params[i]));
}

static void require_same(const nn_net *a, const nn_net *b) {
  REQUIRE(a->inputs == b->inputs && a->depth == b->depth);
  for (size_t i = 0; i < a->depth; i++) {
    const nn_layer *k = &a->layer[i], *l = &b->layer[i];
    REQUIRE(k->outputs == l->outputs && k->activation == l->activation);
    REQUIRE(k->has_skips == l->has_skips);
  }
}

/* Saves it and loads that, to the same bits. */
static void require_return(const nn_net *net, const nn_real *params) {
  char path[64];
  snprintf(path, sizeof path, "fuzz_model.%ld.nn", (long)getpid());
  nn_net again;
  nn_real *same;
  nn_error error;
  REQUIRE(nn_model_save(path, net, params, &error));
  REQUIRE(nn_model_load(path, &again, &same, &error));
  require_shape(&again, same);
  require_same(net, &again);
  REQUIRE(memcmp(params, same, net->params * sizeof *params) == 0);
  REQUIRE(remove(path) == 0);
  nn_net_free(&again);
  nn_vector_free(same);
}

static void load(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(bytes, count);
  nn_net net;
  nn_real *params;
  nn_error error;
  if (nn_model_load(file.path, &net, &params, &error)) {
    require_shape(&net, params);
    require_return(&net, params);
  } else {
    fuzz_require_reason(&error, file.path);
    REQUIRE(!net.inputs && !net.outputs && !net.depth && !net.params);
    REQUIRE(!net.layer && !params);
  }
  nn_net_free(&net);
  nn_vector_free(params);
  fuzz_file_close(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  load(bytes, count);
  uint8_t *checked = malloc(count + 32);
  REQUIRE(checked);
  if (count) memcpy(checked, bytes, count);
  int length = sprintf((char *)checked + count, "check %08lx\n",
                       crc32_z(0, bytes, count));
  load(checked, count + (size_t)length);
  free(checked);
  return 0;
}
