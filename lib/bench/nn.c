/* The library itself. */
#include "bench.h"

#include <kernels/kernels.h>
#include <nn/net.h>
#include <nn/rng.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  const workload *load;
  examples data;
  nn_net net;
  nn_real *params;
  nn_pass pass;
} trainer;

static trainer trainer_new(const workload *load) {
  nn_net net = nn_net_new(load->size[0]);
  for (size_t i = 1; i < load->sizes; i++)
    nn_net_add(&net, load->size[i], NN_SIGMOID);
  nn_rng rng = nn_rng_seeded(1);
  trainer made = {
      .load = load,
      .data = examples_new(load),
      .net = net,
      .params = nn_net_vector(&net),
      .pass = nn_pass_new(&net, load->batch),
  };
  nn_net_init(&net, made.params, NN_UNIFORM, load->spread, &rng);
  return made;
}

static void trainer_free(trainer *t) {
  nn_pass_free(&t->pass);
  nn_vector_free(t->params);
  nn_net_free(&t->net);
  examples_free(&t->data);
}

static void train(void *state) {
  trainer *t = state;
  size_t batch = t->load->batch;
  for (size_t i = 0; i < t->load->examples; i += batch) {
    nn_net_forward(&t->net, t->params, t->data.x + i * t->net.inputs, batch,
                   &t->pass);
    nn_net_loss(&t->net, &t->pass, NN_QUADRATIC,
                t->data.t + i * t->net.outputs);
    nn_net_descend(&t->net, t->params, &t->pass, LEARNING_RATE);
  }
}

typedef struct {
  const nn_kernels *kernels;
  nn_real *a, *b, *c, *scratch;
} product;

static void multiply(void *state) {
  product *p = state;
  p->kernels->forward(GEMM_ROWS, GEMM_DEPTH, GEMM_COLUMNS, p->a, p->b, NULL,
                      p->c, p->scratch);
}

static void measure_gemm(const nn_kernels *kernels, double seconds) {
  product p = {
      .kernels = kernels,
      .a = random_numbers(GEMM_ROWS * GEMM_DEPTH, 0, 1),
      .b = random_numbers(GEMM_DEPTH * GEMM_COLUMNS, 0, 1),
      .c = nn_vector_new(GEMM_ROWS * GEMM_COLUMNS),
      .scratch = nn_vector_new(nn_kernels_scratch(GEMM_DEPTH)),
  };
  measure("gemm", 1, seconds, multiply, &p);
  nn_vector_free(p.scratch);
  nn_vector_free(p.c);
  free(p.b);
  free(p.a);
}

void contend(double seconds) {
  const nn_kernels *kernels = nn_kernels_best();
  printf("#\tkernels for %s\n", kernels->name);
  for (size_t i = 0; i < WORKLOADS; i++) {
    trainer t = trainer_new(&workloads[i]);
    measure(t.load->name, t.load->examples, seconds, train, &t);
    trainer_free(&t);
  }
  measure_gemm(kernels, seconds);
}
