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
    REQUIRE(0 <= l->dropout && l->dropout < 1);
    REQUIRE(l->dropout == 0 || i + 1 < net->depth);
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

static void require_standardisation(const nn_net *net,
                                    const nn_standardisation *by) {
  REQUIRE(by->inputs == 0 || by->inputs == net->inputs);
  REQUIRE(!by->mean == !by->inputs && !by->deviation == !by->inputs);
  for (size_t i = 0; i < by->inputs; i++) {
    REQUIRE(isfinite(by->mean[i]) && isfinite(by->deviation[i]));
    REQUIRE(by->deviation[i] > 0);
  }
}

static void require_same(const nn_net *a, const nn_net *b) {
  REQUIRE(a->inputs == b->inputs && a->depth == b->depth);
  for (size_t i = 0; i < a->depth; i++) {
    const nn_layer *k = &a->layer[i], *l = &b->layer[i];
    REQUIRE(k->outputs == l->outputs && k->activation == l->activation);
    REQUIRE(k->has_skips == l->has_skips && k->dropout == l->dropout);
  }
}

/* Saves it and loads that, to the same bits. */
static void require_return(const nn_net *net, const nn_real *params,
                           const nn_standardisation *by) {
  char path[64];
  nn_standardisation same_by;
  size_t bytes = by->inputs * sizeof(nn_real);
  snprintf(path, sizeof path, "fuzz_model.%ld.nn", (long)getpid());
  nn_net again;
  nn_real *same;
  nn_error error;
  REQUIRE(nn_model_save(path, net, params, by, &error));
  REQUIRE(nn_model_load(path, &again, &same, &same_by, &error));
  require_shape(&again, same);
  require_same(net, &again);
  REQUIRE(memcmp(params, same, net->params * sizeof *params) == 0);
  REQUIRE(same_by.inputs == by->inputs);
  if (bytes) {
    REQUIRE(memcmp(by->mean, same_by.mean, bytes) == 0);
    REQUIRE(memcmp(by->deviation, same_by.deviation, bytes) == 0);
  }
  REQUIRE(remove(path) == 0);
  nn_net_free(&again);
  nn_vector_free(same);
  nn_standardisation_free(&same_by);
}

static void require_nothing(const nn_net *net, const nn_real *params) {
  REQUIRE(!net->inputs && !net->outputs && !net->depth && !net->params);
  REQUIRE(!net->layer && !params);
}

/* Without a place for its standardisation a model is the same, or refused
 * if it has one. */
static void load_without(const fuzz_file *file, bool expected) {
  nn_net net;
  nn_real *params;
  nn_error error;
  REQUIRE(nn_model_load(file->path, &net, &params, NULL, &error) ==
          expected);
  if (!expected) {
    fuzz_require_reason(&error, file->path);
    require_nothing(&net, params);
  }
  nn_net_free(&net);
  nn_vector_free(params);
}

static void load(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(bytes, count);
  nn_net net;
  nn_real *params;
  nn_standardisation by;
  nn_error error;
  bool good = nn_model_load(file.path, &net, &params, &by, &error);
  if (good) {
    require_shape(&net, params);
    require_standardisation(&net, &by);
    require_return(&net, params, &by);
  } else {
    fuzz_require_reason(&error, file.path);
    require_nothing(&net, params);
    REQUIRE(!by.inputs && !by.mean && !by.deviation);
  }
  load_without(&file, good && by.inputs == 0);
  nn_standardisation_free(&by);
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
