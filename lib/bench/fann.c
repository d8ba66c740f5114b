/* FANN, the Fast Artificial Neural Network library.
 *
 * Its work is nearly the same: its sigmoid's slope is that of a value
 * clipped to [0.01, 0.99], and its weights take a momentum of 0 into
 * account. */
#include "bench.h"

#ifdef BENCH_FLOAT
#include <floatfann.h>
#else
#include <doublefann.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const workload *load;
  struct fann *net;
  struct fann_train_data **batch; /* [batches] */
  size_t batches;
} trainer;

static void *allocated(void *memory) {
  if (!memory) {
    fprintf(stderr, "bench: FANN has no memory\n");
    exit(EXIT_FAILURE);
  }
  return memory;
}

static struct fann *net_new(const workload *load) {
  unsigned size[MOST_SIZES];
  for (size_t i = 0; i < load->sizes; i++)
    size[i] = (unsigned)load->size[i];
  struct fann *net =
      allocated(fann_create_standard_array((unsigned)load->sizes, size));
  fann_randomize_weights(net, -load->spread, load->spread);
  fann_set_activation_function_hidden(net, FANN_SIGMOID);
  fann_set_activation_function_output(net, FANN_SIGMOID);
  /* Its sigmoid is 1 / (1 + e^(-2 steepness z)). */
  fann_set_activation_steepness_hidden(net, (fann_type)0.5);
  fann_set_activation_steepness_output(net, (fann_type)0.5);
  fann_set_train_error_function(net, FANN_ERRORFUNC_LINEAR);
  fann_set_training_algorithm(net, FANN_TRAIN_BATCH);
  fann_set_learning_rate(net, (float)LEARNING_RATE);
  fann_set_learning_momentum(net, 0);
  return net;
}

/* The rows of one batch, copied. */
static struct fann_train_data *batch_new(const workload *load,
                                         const number *x, const number *t) {
  size_t inputs = load->size[0], outputs = load->size[load->sizes - 1];
  struct fann_train_data *data = allocated(fann_create_train(
      (unsigned)load->batch, (unsigned)inputs, (unsigned)outputs));
  for (size_t i = 0; i < load->batch; i++) {
    memcpy(data->input[i], x + i * inputs, inputs * sizeof *x);
    memcpy(data->output[i], t + i * outputs, outputs * sizeof *t);
  }
  return data;
}

static trainer trainer_new(const workload *load) {
  trainer made = {.load = load,
                  .net = net_new(load),
                  .batches = load->examples / load->batch};
  made.batch = allocated(malloc(made.batches * sizeof *made.batch));
  size_t x_step = load->batch * load->size[0];
  size_t t_step = load->batch * load->size[load->sizes - 1];
  examples data = examples_new(load);
  for (size_t i = 0; i < made.batches; i++)
    made.batch[i] =
        batch_new(load, data.x + i * x_step, data.t + i * t_step);
  examples_free(&data);
  return made;
}

static void trainer_free(trainer *t) {
  for (size_t i = 0; i < t->batches; i++) fann_destroy_train(t->batch[i]);
  free(t->batch);
  fann_destroy(t->net);
}

static void train(void *state) {
  trainer *t = state;
  for (size_t i = 0; i < t->batches; i++) {
    if (t->load->batch == 1)
      fann_train(t->net, t->batch[i]->input[0], t->batch[i]->output[0]);
    else
      fann_train_epoch(t->net, t->batch[i]);
  }
}

void contend(double seconds) {
  for (size_t i = 0; i < WORKLOADS; i++) {
    trainer t = trainer_new(&workloads[i]);
    measure(t.load->name, t.load->examples, seconds, train, &t);
    trainer_free(&t);
  }
}
